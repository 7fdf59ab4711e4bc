import { endOf, type AskedMoment } from "../kernel/moment.ts";
import { refusal } from "../kernel/problem.ts";
import type { Graph } from "./graph.ts";
import { entryAt, momentOf } from "./reading.ts";
import type { Moment } from "./snapshot.ts";

/**
 * The entry that somebody means who reads at one moment and asks for another: the last that is not after it. Refuses what has
 * not passed yet where they read, since something could still be recorded at it, and what was before the first entry.
 */
export function entryMeant({ ledger, number, clock }: Pick<Moment, "ledger" | "number" | "clock">, asked: AskedMoment): number {
  if ("entry" in asked) {
    if (asked.entry > number) throw refusal("NOT_YET", `There is no entry ${asked.entry} here yet: the last one is ${number}. Ask for that one, or an earlier one.`);
    if (asked.entry < 1) throw beforeHistory(ledger);
    return asked.entry;
  }
  const end = endOf(asked);
  if (Date.parse(end) > clock) throw refusal("NOT_YET", "That moment has not passed yet. Ask for one that has; a day has passed when it ends in London.");
  const found = Math.min(entryAt(ledger, end), number);
  if (found === 0) throw beforeHistory(ledger);
  return found;
}

/** The last instant of a moment that is asked for, and that means an entry: in milliseconds of the epoch. */
export function clockOf(ledger: Graph, asked: AskedMoment): number {
  return Date.parse("entry" in asked ? (momentOf(ledger, asked.entry) ?? "") : endOf(asked));
}

function beforeHistory(ledger: Graph): Error {
  const first = momentOf(ledger, 1);
  const begins = first === null ? "Nothing has been recorded yet." : `Nothing had been recorded by then: the first entry counts from ${first}. Ask for that moment, or a later one.`;
  return refusal("BEFORE_HISTORY", begins);
}
