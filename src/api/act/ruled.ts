import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { Refusal, type Problem } from "../../kernel/problem.ts";

/** What a rule decides: the fields of a record by their columns, and everything that stands in the way. */
export interface Ruled<Column extends string = string> {
  readonly fields: Readonly<Partial<Record<Column, unknown>>>;
  readonly problems: readonly Problem[];
}

/** What a rule decides of a record of a table: under no column that it does not have. */
export type RuledFor<Table extends SQLiteTable> = Ruled<keyof Table["$inferSelect"] & string>;

/** Where in what was sent. */
export type Path = readonly (string | number)[];

/** Collects all that stands in the way of an act, so that it is said at once. */
export class Problems {
  private readonly found: Problem[] = [];

  /** Adds a problem where something is so. */
  when(isSo: boolean, code: string, message: string, path?: Path, records?: readonly string[]): void {
    if (isSo) this.found.push({ code, message, ...(path === undefined ? {} : { path }), ...(records === undefined ? {} : { records }) });
  }

  /** Runs work, and keeps what it is refused for; null then. */
  gather<Result>(work: () => Result, path: Path = []): Result | null {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.add(error.problems, path);
      return null;
    }
  }

  /** Adds what was found elsewhere, at its place in what was sent as a whole; what was said of that place already is not said again. */
  add(problems: readonly Problem[], path: Path = []): void {
    for (const problem of under(path, problems)) if (!this.found.some((said) => isSame(said, problem))) this.found.push(problem);
  }

  all(): readonly Problem[] {
    return this.found;
  }

  /** Refuses with everything found, if there is anything. */
  refuse(): void {
    if (this.found.length > 0) throw new Refusal(this.found);
  }
}

/** Whether two problems say the same of the same place, or both that there is no such record. */
function isSame(a: Problem, b: Problem): boolean {
  return a.code === b.code && a.path !== undefined && a.path.join(".") === b.path?.join(".") && (a.code === "NOT_FOUND" || a.message === b.message);
}

/** The same problems, at their places in what was sent as a whole. */
export function under(path: Path, problems: readonly Problem[]): Problem[] {
  return problems.map((problem) => (path.length === 0 ? problem : { ...problem, path: [...path, ...(problem.path ?? [])] }));
}
