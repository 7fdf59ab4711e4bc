/** How far a word that somebody typed is from another. */
export interface Distance {
  /** The fewest letters to add, leave out, exchange or swap with their neighbour. */
  readonly whole: number;
  /** The same up to that beginning of the other word which comes nearest. */
  readonly beginning: number;
}

/** Optimal string alignment: a letter is changed once. Null where more than so many letters would have to be. Both words are short. */
export function distance(typed: string, word: string, most: number): Distance | null {
  if (word.length < typed.length - most || lettersMissing(typed, word) > most) return null;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: word.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= typed.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = typed[i - 1] === word[j - 1];
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + (same ? 0 : 1), swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY));
    }
    // A swap reaches back over one row, so two of them decide.
    if (Math.min(...row) > most && Math.min(...next) > most) return null;
    [before, row] = [row, next];
  }
  const beginning = Math.min(...row);
  return beginning > most ? null : { whole: at(row, word.length), beginning };
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

/** How many letters of what was typed the other word has nowhere: the distance is no less. Quick to tell, for the many words that are far off. */
function lettersMissing(typed: string, word: string): number {
  let count = 0;
  for (let missing = lettersOf(typed) & ~lettersOf(word); missing !== 0; missing &= missing - 1) count += 1;
  return count;
}

/** A bit for each letter that occurs; some share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}
