/**
 * What is known about a value.
 * NOT_STATED: the source was read and is silent. UNKNOWN: nobody has looked. The two are never merged.
 */
export const valueStatuses = ["KNOWN", "NOT_STATED", "UNKNOWN", "NOT_APPLICABLE", "WITHHELD", "CONFLICTING"] as const;

export type ValueStatus = (typeof valueStatuses)[number];

/** Why there is no value. */
export type Absence = Exclude<ValueStatus, "KNOWN">;

const wordsOf = {
  NOT_STATED: "not stated",
  UNKNOWN: "unknown",
  NOT_APPLICABLE: "not applicable",
  WITHHELD: "withheld",
  CONFLICTING: "conflicting",
} as const satisfies Record<Absence, string>;

const absences = valueStatuses.filter((status) => status !== "KNOWN");

/** Reads exactly the words that `sayAbsence` writes, in any case; null for anything else. */
export function readAbsence(text: string): Absence | null {
  const words = text.trim().toLowerCase();
  return absences.find((absence) => wordsOf[absence] === words) ?? null;
}

export function sayAbsence(absence: Absence): string {
  return wordsOf[absence];
}

/** The absence that all of these share; UNKNOWN where they differ. */
export function sharedAbsence(statuses: readonly ValueStatus[]): Absence {
  return absences.find((absence) => statuses.length > 0 && statuses.every((status) => status === absence)) ?? "UNKNOWN";
}
