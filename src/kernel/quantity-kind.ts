/** How a number is meant. */
export const quantityOperators = [
  "EXACT",
  "AT_LEAST",
  "MORE_THAN",
  "LESS_THAN",
  "ABOUT",
  "BETWEEN",
  "SEVERAL",
  "UNKNOWN",
] as const;

export type QuantityOperator = (typeof quantityOperators)[number];

/** What is counted. OTHER: none of these; the text says what. */
export const quantityUnits = [
  "PEOPLE",
  "ORGANISATIONS",
  "GROUPS",
  "CHAMPIONS",
  "EVENTS",
  "ACTIONS",
  "SESSIONS",
  "OTHER",
] as const;

export type QuantityUnit = (typeof quantityUnits)[number];
