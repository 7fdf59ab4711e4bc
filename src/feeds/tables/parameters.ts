import { nearOf } from "../../kernel/near.ts";
import { refusal } from "../../kernel/problem.ts";
import { quoted } from "../../kernel/quoted.ts";
import { readDay, type Day } from "../../kernel/day.ts";
import type { Parameter } from "./table.ts";

export const AS_AT: Parameter = {
  name: "asAt",
  description: "The graph as it was at a moment that has passed: a day, which means its end in London, an instant, or the number of an entry. Now, unless given.",
  type: "TEXT", codes: [], isList: false,
};

export const PROVENANCE: Parameter = {
  name: "provenance",
  description: "true: beside each row, who recorded it last, when and why, and the sources and words that it rests on.",
  type: "YES_OR_NO", codes: [], isList: false,
};

export const ON: Parameter = { name: "on", description: "The day for columns that follow the day, such as timing; today in London unless given.", type: "DAY", codes: [], isList: false };

/** Refuses a parameter that there is not: a filter believed to hold must not be missing. */
export function refuseUnknown(query: URLSearchParams, known: readonly Parameter[]): void {
  const names = known.map(({ name }) => name);
  const unknown = [...new Set(query.keys())].find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const [near] = nearOf(unknown, names);
  const hint = near === undefined ? `There ${names.length === 1 ? "is" : "are"} ${names.join(", ")}.` : `Did you mean ${near}? There ${names.length === 1 ? "is" : "are"} ${names.join(", ")}.`;
  throw refusal("UNKNOWN_PARAMETER", `There is no ${quoted(unknown)} to ask for here. ${names.length === 0 ? "This address takes nothing behind a question mark." : hint}`, [unknown]);
}

/** Whether something is asked for: not, unless it is. */
export function yesOrNoIn(query: URLSearchParams, { name }: Parameter): boolean {
  const text = query.get(name);
  if (text !== null && text !== "true" && text !== "false") throw refusal("INVALID_PARAMETER", `${name} is ${quoted(text)}. It takes true or false.`, [name]);
  return text === "true";
}

/** The day that is asked about; null where none is given. */
export function dayIn(query: URLSearchParams, { name }: Parameter): Day | null {
  const text = query.get(name);
  return text === null ? null : readDay(text);
}
