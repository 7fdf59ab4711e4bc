import type { CriterionStatus, JudgementScheme, RiskStatus, StatusReportStatus, WorkstreamStatus } from "../graph/types.ts";
import type { Word } from "./word.ts";

export const workstreamStatus: Readonly<Record<WorkstreamStatus, Word>> = {
  NOT_STARTED: { text: "Not started", tone: "quiet" },
  IN_PROGRESS: { text: "In progress", tone: "info" },
  READY: { text: "Ready", tone: "good" },
  PAUSED: { text: "Paused", tone: "fair" },
  MERGED: { text: "Merged", tone: "quiet" },
  CLOSED: { text: "Closed", tone: "quiet" },
  NOT_REPORTED: { text: "Not reported", tone: "unknown" },
};

export const criterionStatus: Readonly<Record<CriterionStatus, Word>> = {
  OUTSTANDING: { text: "Outstanding", tone: "fair" },
  SUPPLIED: { text: "Supplied, to be accepted", tone: "info" },
  ACCEPTED: { text: "Accepted", tone: "good" },
  WAIVED: { text: "Waived", tone: "quiet" },
};

export const riskStatus: Readonly<Record<RiskStatus, Word>> = {
  OPEN: { text: "Open", tone: "fair" },
  CLOSED: { text: "Closed", tone: "quiet" },
  NOT_REPORTED: { text: "Not reported", tone: "unknown" },
};

export const reportStatus: Readonly<Record<StatusReportStatus, Word>> = {
  DRAFT: { text: "Draft", tone: "quiet" },
  SUBMITTED: { text: "Submitted", tone: "info" },
  RETURNED: { text: "Returned", tone: "fair" },
  PUBLISHED: { text: "Published", tone: "good" },
};

export const schemes: Readonly<Record<JudgementScheme, string>> = {
  DELIVERY_CONFIDENCE_3: "delivery confidence, three points",
  DELIVERY_CONFIDENCE_5: "delivery confidence, five points",
  LOCAL: "a local scale",
};
