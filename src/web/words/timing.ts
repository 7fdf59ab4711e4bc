import type { MilestoneTiming } from "../graph/types.ts";
import type { Word } from "./word.ts";

/** Where a milestone stands on a day. Silence after a due date is not called late. */
export const timings: Readonly<Record<MilestoneTiming, Word>> = {
  OVERDUE: { text: "Overdue", tone: "poor" },
  PAST_DUE_NOT_REPORTED: { text: "Past due, not reported", tone: "unknown" },
  IN_WINDOW: { text: "Due now", tone: "info" },
  UPCOMING: { text: "Upcoming", tone: "info" },
  UNDATED: { text: "No date", tone: "unknown" },
  MET_ON_TIME: { text: "Met on time", tone: "good" },
  MET_LATE: { text: "Met late", tone: "fair" },
  MET_TIMING_UNCERTAIN: { text: "Met, timing uncertain", tone: "good" },
  CANCELLED: { text: "Cancelled", tone: "quiet" },
};

/** The order in which a board reads them: what needs it first. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of an object literal are its type's
export const timingOrder = Object.keys(timings) as readonly MilestoneTiming[];
