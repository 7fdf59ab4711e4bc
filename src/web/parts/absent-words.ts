import type { ValueStatus } from "../graph/types.ts";

/** Why there is no value, as it stands in its place. */
export const absentWords: Readonly<Record<ValueStatus, string>> = {
  KNOWN: "None",
  NOT_STATED: "Not stated",
  UNKNOWN: "Not known",
  NOT_APPLICABLE: "Does not apply",
  WITHHELD: "Withheld",
  CONFLICTING: "Sources contradict each other",
};
