import type { QuantityUnit } from "./quantity-kind.ts";

const unitOfNoun = new Map<string, QuantityUnit>([
  ...nouns(
    "PEOPLE",
    "people person persons child staff individuals participants attendees delegates trainees learners students volunteers",
  ),
  ...nouns("PEOPLE", "colleagues employees practitioners professionals clinicians patients residents adults children"),
  ...nouns("ORGANISATIONS", "organisations organizations"),
  ...nouns("GROUPS", "groups"),
  ...nouns("CHAMPIONS", "champions"),
  ...nouns("EVENTS", "events"),
  ...nouns("ACTIONS", "actions"),
  ...nouns("SESSIONS", "sessions"),
]);

const endsThePhrase = /\b(?:of|from|in|at|by|with|for|to|on|across|who|that)\b/i;

/**
 * What is counted, from the words after a number: the noun before any "of" or "from". OTHER where there is none that is
 * known, or more than one. A noun in the singular names the unit only of one: "5 group leaders" are not groups.
 */
export function unitIn(words: string, isOne: boolean): QuantityUnit {
  const [phrase = ""] = words.toLowerCase().split(endsThePhrase);
  const units = new Set(phrase.split(/[^a-z]+/).map((word) => unitOf(word, isOne)));
  units.delete(undefined);
  const [unit, another] = units;
  return another === undefined ? (unit ?? "OTHER") : "OTHER";
}

function unitOf(word: string, isOne: boolean): QuantityUnit | undefined {
  return unitOfNoun.get(word) ?? (isOne ? unitOfNoun.get(`${word}s`) : undefined);
}

function nouns(unit: QuantityUnit, words: string): [string, QuantityUnit][] {
  return words.split(" ").map((word) => [word, unit]);
}
