/** How a word looks. A tone never speaks alone: it always comes with its word. */
export type Tone = "good" | "fair" | "poor" | "info" | "quiet" | "unknown";

/** What people read for a value of the graph. */
export interface Word {
  readonly text: string;
  readonly tone: Tone;
}

/** A value's words; what is not among them, as a newer server may answer, in letters that people can read. */
export function wordFor(words: Readonly<Record<string, Word>>, value: string): Word {
  return words[value] ?? { text: plainly(value), tone: "quiet" };
}

/** What is written in capitals wherever it stands. */
const capitals = /\b(?:nhs|vcse|gp)\b/g;

/** NOT_REPORTED as "Not reported", NHS_TRUST as "NHS trust". */
export function plainly(value: string): string {
  const words = value.toLowerCase().replaceAll("_", " ").replaceAll(capitals, (letters) => letters.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}
