import { distance } from "../../kernel/distance.ts";
import { wordsIn } from "../../kernel/phrases.ts";
import type { textRoles } from "./texts.ts";

/** How a text was found, the surest first. */
export const searchMatches = ["IDENTIFIER", "EXACT", "PREFIX", "WORDS", "FUZZY"] as const;

export interface Match {
  readonly kind: (typeof searchMatches)[number];
  /** Of two matches of one kind, the one that cost less is the nearer. */
  readonly cost: number;
}

/** Words that tell nothing apart. */
const FILLERS: ReadonlySet<string> = new Set(["a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"]);

/** The telling words of a text as the index has them, without case and accents; all of them, where none tells anything. */
function wordsOf(text: string): readonly string[] {
  const all = wordsIn(text);
  const telling = all.filter((word) => !FILLERS.has(word));
  return telling.length === 0 ? all : telling;
}

/** The words of a text as it is written, and as it would be without hyphens: co-ordinator and coordinator are one. */
export function readings(text: string): readonly (readonly string[])[] {
  const written = wordsOf(text);
  return text.includes("-") ? [written, wordsOf(text.replaceAll("-", ""))] : [written];
}

/** How a text is what somebody typed, by the reading of each that suits best; null where it is not. */
export function matchText(typed: readonly (readonly string[])[], text: string, role: (typeof textRoles)[number]): Match | null {
  const all = readings(text).flatMap((had) => typed.flatMap((words) => matcher[role](words, had) ?? []));
  return all.toSorted((a, b) => searchMatches.indexOf(a.kind) - searchMatches.indexOf(b.kind) || a.cost - b.cost)[0] ?? null;
}

type Matcher = (typed: readonly string[], had: readonly string[]) => Match | null;

/** What a statement costs more than a name that has the same words. */
const STATEMENT = 100;

const matcher: Readonly<Record<(typeof textRoles)[number], Matcher>> = {
  NAME: (typed, had) => matchWhole(typed, had) ?? matchWords(typed, had),
  STATEMENT: (typed, had) => {
    const match = matchWords(typed, had);
    return match === null ? null : { ...match, cost: match.cost + STATEMENT };
  },
  // An identifier is found whole, with the name of its list or without, or by its beginning; one with a wrong letter is another's.
  IDENTIFIER: (typed, had) => {
    if (typed.join(" ") === had.slice(-typed.length).join(" ")) return { kind: "IDENTIFIER", cost: 0 };
    const [word = "", ...more] = typed;
    return more.length === 0 && word.length > 1 && had.at(-1)?.startsWith(word) === true ? { kind: "PREFIX", cost: 1 } : null;
  },
};

function matchWhole(typed: readonly string[], had: readonly string[]): Match | null {
  const [wanted, name] = [typed.join(" "), had.join(" ")];
  if (!name.startsWith(wanted)) return null;
  return name === wanted ? { kind: "EXACT", cost: 0 } : { kind: "PREFIX", cost: name[wanted.length] === " " ? 0 : 1 };
}

function matchWords(typed: readonly string[], had: readonly string[]): Match | null {
  const asTyped = costOf(typed, had, (word, other) => (other === word ? 0 : other.startsWith(word) ? 1 : null));
  if (asTyped !== null) return { kind: "WORDS", cost: asTyped };
  const nearly = costOf(typed, had, nearness);
  return nearly === null ? null : { kind: "FUZZY", cost: nearly };
}

/**
 * What a typed word costs where another stands; null where it is too far off: a whole word is nearer than the beginning of
 * one. No letter may be wrong in a short word, where a letter makes another word; two in a longer one that begins rightly.
 */
export function nearness(typed: string, word: string): number | null {
  if (word.startsWith(typed)) return word === typed ? 0 : 1;
  if (typed.length < 4) return null;
  const mostFrom = (length: number): number => (typed.length >= length && typed[0] === word[0] ? 2 : 1);
  const apart = distance(typed, word, mostFrom(5));
  if (apart === null) return null;
  const costs = [
    ...(apart.whole <= mostFrom(5) ? [2 * apart.whole] : []),
    ...(apart.beginning <= mostFrom(7) ? [2 * apart.beginning + 1] : []),
  ];
  return costs.length === 0 ? null : Math.min(...costs);
}

/** Each typed word is taken for another word of the name, the nearest that is left: what that costs together. */
function costOf(typed: readonly string[], had: readonly string[], cost: (typed: string, word: string) => number | null): number | null {
  const left = [...had];
  let sum = 0;
  for (const word of typed) {
    const costs = left.map((other) => cost(word, other) ?? Number.POSITIVE_INFINITY);
    const least = Math.min(...costs);
    if (least === Number.POSITIVE_INFINITY) return null;
    sum += least;
    left.splice(costs.indexOf(least), 1);
  }
  return sum;
}
