/** How exactly a source states a date. The software never raises it. */
export const datePrecisions = [
  "DAY",
  "MONTH",
  "QUARTER",
  "YEAR",
  "FINANCIAL_YEAR",
  "RANGE",
  "RELATIVE",
  "UNKNOWN",
] as const;

export type DatePrecision = (typeof datePrecisions)[number];

/** Whether the source says so, calls it an estimate, or somebody concluded it. */
export const dateQualifiers = ["STATED", "ESTIMATED", "INFERRED"] as const;

export type DateQualifier = (typeof dateQualifiers)[number];
