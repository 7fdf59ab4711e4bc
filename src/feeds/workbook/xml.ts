/** What no XML may hold, what a spreadsheet reads as such a character, and a carriage return, which XML would take for a new line. */
// oxlint-disable-next-line no-control-regex -- see above
const UNSAYABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

const MARKUP: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they stand in the XML of a workbook: whoever reads them back has them as they were. */
export function escaped(words: string): string {
  return words
    .replaceAll(UNSAYABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replaceAll(/[&<>"]/g, (character) => MARKUP[character] ?? character);
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
