/** One thing that stands in the way of what somebody asked for, in words for that person. */
export interface Problem {
  /** UPPER_SNAKE, stable, documented: what a program branches on. */
  readonly code: string;
  /** What happened and what to do next, for a tired person. */
  readonly message: string;
  /** Where in what was sent: field names and list positions. */
  readonly path?: readonly (string | number)[];
  /** The ids of the records that it is about. */
  readonly records?: readonly string[];
  /** What somebody else changed in the meantime. */
  readonly conflict?: Conflict;
}

/** Two people changed the same fields of a record, and one of them does not know it yet. */
export interface Conflict {
  readonly recordId: string;
  readonly fields: readonly string[];
  /** Who changed it last, and when. */
  readonly actor: string;
  readonly at: string;
}

/** Thrown where something sent cannot be taken. It is an answer, not a fault: every problem found stands in it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join("\n"));
    this.problems = problems;
  }
}

/** A refusal with one problem. */
export function refusal(code: string, message: string, path?: readonly (string | number)[]): Refusal {
  return new Refusal([path === undefined ? { code, message } : { code, message, path }]);
}
