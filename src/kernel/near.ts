import { distance } from "./distance.ts";

const MOST = 3;

/** Up to three words of a list for which somebody may have meant this one, the nearest first: a slip apart, or one within the other. */
export function nearOf(written: string, words: readonly string[]): string[] {
  const typed = written.toLowerCase();
  const most = Math.max(1, Math.floor(typed.length / 4));
  return words
    .map((word) => ({ word, apart: apart(typed, word.toLowerCase(), most) }))
    .filter(({ apart: steps }) => steps < Number.POSITIVE_INFINITY)
    .toSorted((a, b) => a.apart - b.apart)
    .slice(0, MOST)
    .map(({ word }) => word);
}

/** A slip comes before a part: what is only a part of the other stands as far off as the letters that it lacks. */
function apart(typed: string, word: string, most: number): number {
  const slips = distance(typed, word, most)?.whole ?? Number.POSITIVE_INFINITY;
  if (slips <= most) return slips;
  const isPart = typed.length > 2 && (word.includes(typed) || typed.includes(word));
  return isPart ? most + Math.abs(word.length - typed.length) : Number.POSITIVE_INFINITY;
}
