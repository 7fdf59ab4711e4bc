import type {
  FreshnessStatus, MeasureProgressStatus, RecommendationStatus, Sector,
} from "../graph/types.ts";
import type { Word } from "./word.ts";

export const freshness: Readonly<Record<FreshnessStatus, Word>> = {
  OVERDUE: { text: "Report overdue", tone: "poor" },
  DUE: { text: "Report due", tone: "info" },
  CURRENT: { text: "Report up to date", tone: "good" },
  NOT_APPLICABLE: { text: "No rhythm set", tone: "unknown" },
};

export const measureProgress: Readonly<Record<MeasureProgressStatus, Word>> = {
  REACHED: { text: "Target reached", tone: "good" },
  NOT_REACHED: { text: "Target not reached", tone: "fair" },
  UNCERTAIN: { text: "Uncertain: figures are not exact", tone: "unknown" },
  NOT_COMPARABLE: { text: "Not comparable", tone: "unknown" },
  TARGET_NOT_KNOWN: { text: "No target known", tone: "unknown" },
  ACTUAL_NOT_KNOWN: { text: "No count known", tone: "unknown" },
  COUNTED_BY_PERIOD: { text: "Counted by period", tone: "quiet" },
};

export const recommendationStatus: Readonly<Record<RecommendationStatus, Word>> = {
  IMPLEMENTED: { text: "Implemented", tone: "good" },
  ACCEPTED: { text: "Accepted", tone: "good" },
  PARTLY_ACCEPTED: { text: "Partly accepted", tone: "fair" },
  REJECTED: { text: "Rejected", tone: "quiet" },
  MADE: { text: "Made, not answered", tone: "unknown" },
  NOT_REPORTED: { text: "Not reported", tone: "unknown" },
};

export const sectors: Readonly<Record<Sector, string>> = {
  NHS: "NHS",
  LOCAL_GOVERNMENT: "Local government",
  VCSE: "Voluntary, community and social enterprise",
  POLICE_AND_JUSTICE: "Police and justice",
  EDUCATION: "Education",
  HOUSING: "Housing",
  RESEARCH: "Research",
  PARTNERSHIP: "Partnership",
};

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are its type's
export const progressOrder = Object.keys(measureProgress) as readonly MeasureProgressStatus[];

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are its type's
export const recommendationOrder = Object.keys(recommendationStatus) as readonly RecommendationStatus[];
