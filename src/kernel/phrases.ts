/** The words of a text, without case and accents. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Finds phrases wherever they stand as words of a text: in whatever case, with accents or without, their words apart,
 * joined by a hyphen or written as one. Where one stands only as part of a phrase that is spared, it does not stand there.
 */
export class Phrases {
  private readonly phrases: readonly Phrase[];
  private readonly spared: readonly Phrase[];
  private last: { readonly of: readonly Phrase[]; readonly pattern: RegExp } | undefined;

  constructor(phrases: readonly string[], spared: readonly string[] = []) {
    this.phrases = withLetters(phrases);
    this.spared = withLetters(spared);
  }

  standIn(text: string): boolean {
    return this.replaced(text, "") !== text;
  }

  /** Whether one may stand in a value that is written as JSON: in most none does, and that is quick to tell. */
  mayStandInJson(json: string): boolean {
    const letters = lettersOf(json.replaceAll(/\\(?:u[0-9a-f]{4}|.)/g, " "));
    return this.phrases.some((phrase) => letters.includes(phrase.letters));
  }

  /** The text with something else in their place; the same text where none stands in it. */
  replaced(text: string, by: string): string {
    const letters = lettersOf(text);
    const among = (all: readonly Phrase[]): readonly Phrase[] => all.filter((phrase) => letters.includes(phrase.letters));
    const meant = among(this.phrases);
    if (meant.length === 0) return text;
    let found = false;
    const result = text.normalize("NFD").replaceAll(this.patternOf(meant, among(this.spared)), (whole: string, phrase: string | undefined) => {
      if (phrase === undefined) return whole;
      found = true;
      return by;
    });
    return found ? result.normalize("NFC") : text;
  }

  /** Of those only whose letters a text has: a pattern of thousands would be larger than one can be. */
  private patternOf(meant: readonly Phrase[], spared: readonly Phrase[]): RegExp {
    const of = [...meant, ...spared];
    if (this.last?.of.length === of.length && of.every((phrase, place) => phrase === this.last?.of[place])) return this.last.pattern;
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:(?:${either(spared)})|(${either(meant)}))(?![\\p{L}\\p{N}\\p{M}])`, "giu");
    this.last = { of, pattern };
    return pattern;
  }
}

interface Phrase {
  readonly text: string;
  readonly letters: string;
}

function withLetters(phrases: readonly string[]): Phrase[] {
  return phrases.map((text) => ({ text, letters: lettersOf(text) })).filter(({ letters }) => letters !== "");
}

function lettersOf(text: string): string {
  return text.normalize("NFD").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** The longest first, so that it is found before one of which it begins. */
function either(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => patternOf(text)).filter((pattern) => pattern !== "").toSorted((a, b) => b.length - a.length).join("|") || NOTHING;
}

const NOTHING = "(?!)";

/** Each letter may carry any accent, and up to three other characters may stand between two words. */
function patternOf(phrase: string): string {
  return wordsIn(phrase).map((word) => Array.from(word, (letter) => `${letter}\\p{M}*`).join("")).join("[^\\p{L}\\p{N}]{0,3}");
}

const TITLES: ReadonlySet<string> = new Set(["cllr", "councillor", "dame", "dr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "prof", "professor", "rev", "revd", "sir"]);

/** How the name of a person may be written: as it is, without titles, and the last name first. */
export function writingsOf(name: string): readonly string[] {
  const words = wordsIn(name);
  const [bare, last] = [words.filter((word) => !TITLES.has(word)), words.at(-1)];
  const turned = bare.length > 1 && last !== undefined ? [[last, ...bare.slice(0, -1)]] : [];
  return [words, bare, ...turned].map((writing) => writing.join(" ")).filter((writing) => writing.length > 1);
}
