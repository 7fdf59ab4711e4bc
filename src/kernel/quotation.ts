/**
 * Where in a text words stand, word for word: the numbers of its lines, from 1. A part of a word is not that word. How lines
 * end and how wide spaces are does not matter.
 */
export function linesWith(text: string, quote: string): readonly number[] {
  const words = spaced(quote);
  if (words === "") return [];
  return text.split(/\r\n|\r|\n/).flatMap((line, index) => (standsIn(spaced(line), words) ? [index + 1] : []));
}

function standsIn(line: string, words: string): boolean {
  for (let at = line.indexOf(words); at !== -1; at = line.indexOf(words, at + 1)) {
    const isWhole = !isOneWord(line.slice(0, at), words) && !isOneWord(words, line.slice(at + words.length));
    if (isWhole) return true;
  }
  return false;
}

/** Whether two pieces of text meet in the middle of a word. */
function isOneWord(before: string, after: string): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after);
}

function spaced(text: string): string {
  return text.normalize("NFC").trim().replaceAll(/\s+/g, " ");
}
