import type { Word } from "./word.ts";

const known: Readonly<Record<string, Word>> = {
  GREEN: { text: "Green", tone: "good" },
  AMBER_GREEN: { text: "Amber/green", tone: "good" },
  AMBER: { text: "Amber", tone: "fair" },
  AMBER_RED: { text: "Amber/red", tone: "poor" },
  RED: { text: "Red", tone: "poor" },
};

/** How what nobody has judged is called in an address. */
export const NOT_RATED = "NOT_RATED";

/** The words of the published scales, the best first. */
export const publishedRatings = Object.keys(known);

/** Nobody has judged it: neither green nor red. */
export const notRated: Word = { text: "Not rated", tone: "unknown" };

/** A judgement's word: of the published scales with their colour, of a local scheme as that scheme says it, without one. */
export function ratingWord(rating: string | null | undefined): Word {
  if (rating === null || rating === undefined) return notRated;
  return known[rating.toUpperCase().replaceAll(/[^A-Z]+/g, "_")] ?? { text: rating, tone: "quiet" };
}
