import type { Calendar } from "./calendar.ts";

/** Who acts: a role, never a person. */
export type Part = "OFFICE" | "STEWARD" | "LEAD" | "DEPUTY" | "HIT_LEAD";

/** What is sent: as JSON, in which `@name` stands for a record of the year, and `@Type:ref` for one of the documents. Versions are filled in, as read just before, where none is given. */
export type Sent = string | number | boolean | null | readonly Sent[] | { readonly [field: string]: Sent };

/** One act of the year, as a program would send it. */
export interface Step {
  /** Month and day of the year. */
  readonly on: readonly [month: number, day: number];
  readonly as: Part;
  /** The mutation. */
  readonly act: string;
  /** Its argument, or its arguments where it has several of its own. */
  readonly sent: Sent;
  readonly reason?: string;
  readonly citations?: readonly Sent[];
  /** What the record that answers is called from now on. */
  readonly named?: string;
  /** What is asked of it beside, and what is found there is called: by path. */
  readonly select?: string;
  readonly names?: Readonly<Record<string, string>>;
  /** The Idempotency-Key that is sent along. */
  readonly key?: string;
  /** The code with which it is refused: somebody is mistaken, and nothing is written. */
  readonly refused?: string;
}

/** A part of the year: its acts in the order in which they are done. */
export type Chapter = (calendar: Calendar) => readonly Step[];
