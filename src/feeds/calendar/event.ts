import type { Day } from "../../kernel/day.ts";
import type { PartialDate } from "../../kernel/partial-date.ts";
import { sayPartialDate } from "../../kernel/say-partial-date.ts";

/** What lies in a calendar: on whole days, and takes up nobody's time. */
export interface CalendarEvent {
  /** The same for as long as it is the same thing. */
  readonly uid: string;
  /** Rises with every change of it. */
  readonly sequence: number;
  /** When it was last changed. */
  readonly changedAt: string;
  readonly first: Day;
  /** The last day, included. */
  readonly last: Day;
  readonly summary: string;
  /** Lines. */
  readonly description: readonly string[];
  readonly status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  /** The path of its page. */
  readonly path: string;
}

/** The days on which something lies whose date may be inexact: all that it can be; where one end is open, the other. Null where no day is known: no calendar has a place for that. */
export function daysOf({ earliest, latest }: PartialDate): Pick<CalendarEvent, "first" | "last"> | null {
  const [first, last] = [earliest ?? latest, latest ?? earliest];
  return first === null || last === null ? null : { first, last };
}

/** What a date says of how sure it is. */
export function statusOf({ qualifier }: PartialDate, isCancelled: boolean): CalendarEvent["status"] {
  if (isCancelled) return "CANCELLED";
  return qualifier === "STATED" ? "CONFIRMED" : "TENTATIVE";
}

/** A date as people write it, after what it is the date of; and as it was written, where that is not the same. */
export function dateLine(what: string, date: PartialDate): string {
  const plain = sayPartialDate(date);
  return `${what}: ${plain}${date.text === plain ? "" : ` (written as “${date.text}”)`}`;
}

/** What every description says of a record that was made up. */
export function exampleLine({ isExample }: { readonly isExample: boolean | null }): readonly string[] {
  return isExample === true ? ["This is an example: it is made up."] : [];
}

export function uidOf(id: string): string {
  return `${id}@waymark`;
}
