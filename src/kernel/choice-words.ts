/** A word of a closed list, as people say it: IN_PROGRESS is "in progress". */
export function choiceWords(word: string): string {
  return word.split("_").map((part) => (SHORT.has(part) ? part : part.toLowerCase())).join(" ");
}

/** What people write in capitals. */
const SHORT: ReadonlySet<string> = new Set(["NHS", "VCSE", "HIT", "GSS", "GB"]);
