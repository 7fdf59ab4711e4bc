/** The words of a text, without case and accents. */
export function wordsIn(text: string): readonly string[] {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Finds phrases wherever they stand as words of a text: in whatever case, with accents or without, their words apart,
 * joined by a hyphen or written as one. Where one stands only as part of a phrase that is spared, it does not stand there.
 */
export class Phrases {
  private readonly pattern: RegExp;
  private readonly letters: readonly string[];

  constructor(phrases: readonly string[], spared: readonly string[] = []) {
    this.letters = phrases.map(lettersOf).filter((letters) => letters !== "");
    this.pattern = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:(?:${either(spared)})|(${either(phrases)}))(?![\\p{L}\\p{N}\\p{M}])`, "giu");
  }

  standIn(text: string): boolean {
    return this.replaced(text, "") !== text;
  }

  /** Whether one may stand in a value that is written as JSON: in most none does, and that is quick to tell. */
  mayStandInJson(json: string): boolean {
    return this.mayStandIn(json.replaceAll(/\\(?:u[0-9a-f]{4}|.)/g, " "));
  }

  /** Whether a text has the letters. */
  private mayStandIn(text: string): boolean {
    const letters = lettersOf(text);
    return this.letters.some((phrase) => letters.includes(phrase));
  }

  /** The text with something else in their place; the same text where none stands in it. */
  replaced(text: string, by: string): string {
    if (!this.mayStandIn(text)) return text;
    let found = false;
    const result = text.normalize("NFD").replaceAll(this.pattern, (whole: string, phrase: string | undefined) => {
      if (phrase === undefined) return whole;
      found = true;
      return by;
    });
    return found ? result.normalize("NFC") : text;
  }
}

function lettersOf(text: string): string {
  return text.normalize("NFD").toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** The longest first, so that it is found before one of which it begins. */
function either(phrases: readonly string[]): string {
  return phrases.map(patternOf).filter((pattern) => pattern !== "").toSorted((a, b) => b.length - a.length).join("|") || NOTHING;
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
