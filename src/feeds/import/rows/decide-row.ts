import type { Act } from "../../../api/access/act.ts";
import { ActDraft } from "../../../api/act/act-draft.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems } from "../../../api/act/ruled.ts";
import { noSuchVersion } from "../../../api/act/merge.ts";
import { Sight } from "../../../api/act/sight.ts";
import { Fault } from "../../../api/fault/fault.ts";
import type { ImportAct, SaidOfRecord } from "../../../api/spreadsheet/importable.ts";
import { Refusal, type Problem } from "../../../kernel/problem.ts";
import { madeBy, type Draft } from "../../../ledger/draft.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { Series } from "../../../ledger/series.ts";
import { wholeNumberIn, yesOrNoIn, type FileRow } from "./cells.ts";
import { areAbsent, differing } from "./differing.ts";
import { EXAMPLE, VERSION, type ImportTable } from "./import-table.ts";
import type { ImportPlace } from "./import-place.ts";
import { matched, remembered, type Matched } from "./matched.ts";
import { pointedAt } from "./pointed-at.ts";
import type { RowOutcome, RowProblem, RowVerdict } from "./verdict.ts";

/** What is known of what a row has done before. */
export interface DoneBefore {
  /** From what the ids follow of all that the row makes; null where they follow from nothing. */
  readonly seed: string | null;
  /** The records that were written when it was done before, if it was. */
  readonly changed: ReadonlySet<string>;
  /** Hears of an entry in which something was made before. */
  readonly found: (entry: number) => void;
}

/** Of a row that was never done. */
export const NOTHING_BEFORE: DoneBefore = { seed: null, changed: new Set(), found: () => {} };

/** Decides one row by the acts that a person would do, all of them or none, and says what became of it. What it has done before is not done again. */
export function decideRow(series: Series, table: ImportTable, place: ImportPlace, row: FileRow, { seed, changed, found: foundIn }: DoneBefore = NOTHING_BEFORE): RowVerdict {
  try {
    const made = seed === null ? null : madeBy(series.graph, table.importable.kind, seed);
    if (made !== null) {
      foundIn(made.entry);
      return { row: row.number, outcome: "CREATED", id: made.id, problems: [] };
    }
    const said = series.look((draft) => saidIn(sightOf(draft, place), table, place, row));
    const { found } = said;
    if (found.id !== null && changed.has(found.id)) return { row: row.number, outcome: "CHANGED", id: found.id, problems: [] };
    if (found.id !== null) series.settle(found.id);
    for (const id of said.pointsAt) series.settle(id);
    const { value, changes } = series.piece((draft) => new RowActs(draft, table, place, said, row).done(), seed ?? undefined);
    const outcome: RowOutcome = found.id === null ? "CREATED" : changes.length > 0 ? "CHANGED" : "UNCHANGED";
    return { row: row.number, outcome, id: value, problems: [] };
  } catch (error) {
    return { row: row.number, outcome: "REFUSED", id: null, problems: problemsIn(error).map((problem) => told(table, problem)) };
  }
}

function sightOf(draft: Draft, { viewer, kinds }: ImportPlace): Sight {
  return new Sight({ draft, viewer, kinds });
}

/** What a row says, before anything of it is done: of which record, and pointing at which others. */
interface Said {
  readonly found: Matched;
  readonly sent: FieldValues;
  readonly pointsAt: readonly string[];
  /** What stands in the way already. */
  readonly problems: readonly Problem[];
}

function saidIn(sight: Sight, table: ImportTable, place: ImportPlace, { cells, onlyNew }: FileRow): Said {
  const wrong = new Problems();
  const found = wrong.gather(() => matched(sight, table, place, cells)) ?? { id: null, isById: false, calls: null };
  const read = table.read(cells, place.days);
  wrong.add(read.problems);
  const counts = found.id === null || onlyNew === undefined ? read.sent : Object.fromEntries(Object.entries(read.sent).filter(([field]) => !onlyNew.has(field)));
  const pointing = wrong.gather(() => pointedAt(sight, table, place, counts)) ?? { sent: counts, ids: [] };
  const same = found.id === null ? (table.importable.same?.(sight.graph, pointing.sent) ?? null) : null;
  return { found: same === null || sight.readRecord(same) === null ? found : { ...found, id: same }, sent: pointing.sent, pointsAt: pointing.ids, problems: wrong.all() };
}

/** What a row is refused for; anything else has gone wrong. */
function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  if (error instanceof Fault && error.extensions["code"] === "FORBIDDEN") return [{ code: "FORBIDDEN", message: error.message }];
  throw error;
}

function told(table: ImportTable, { code, message, path }: Problem): RowProblem {
  return { code, message, column: table.columnAt(path) };
}

/** The acts of one row. */
class RowActs {
  private readonly draft: Draft;
  private readonly table: ImportTable;
  private readonly place: ImportPlace;
  private readonly row: FileRow;
  private readonly said: Said;

  constructor(draft: Draft, table: ImportTable, place: ImportPlace, said: Said, row: FileRow) {
    this.draft = draft;
    this.table = table;
    this.place = place;
    this.row = row;
    this.said = said;
  }

  /** Makes the record, or brings it to say what the row says, and gives its id. */
  done(): string {
    const { found, sent: given, problems } = this.said;
    const { importable } = this.table;
    const wrong = new Problems();
    wrong.add(problems);
    const expectedVersion = wrong.gather(() => this.expectedVersion());
    // Of what cannot be read, that is said; and not that it is missing.
    if (found.id === null) wrong.add(this.table.missing(importable.make, { ...given, ...Object.fromEntries(problems.map(({ path }) => [String(path?.[0]), true])) }));
    wrong.refuse();
    const sent = found.id === null ? given : this.edits(found.id, given, expectedVersion);
    const id = found.id ?? this.did(importable.make, sent);
    this.follow(id, sent, expectedVersion);
    remembered((act) => this.acts(act), importable, id, { list: this.place.list, calls: found.calls });
    return id;
  }

  /** What the row changes: what it withholds, it does not know; and a field that it gives as it was read is no edit. */
  private edits(id: string, given: FieldValues, expectedVersion: number | null): FieldValues {
    const { kind } = this.table.importable;
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => !isWithheld(value)));
    if (expectedVersion === null) return told;
    const seen = this.draft.versionOf(kind, id, expectedVersion);
    if (seen === null) throw new Refusal([{ ...noSuchVersion(kind, expectedVersion), path: [VERSION.name] }]);
    const values = valuesOf(kind, told);
    return Object.fromEntries(Object.entries(told).filter(([field]) => differing(kind, field, values, seen)));
  }

  /** Does one step after another, and refuses what then is still otherwise than the row says: no act of an import changes that. */
  private follow(id: string, sent: FieldValues, expectedVersion: number | null): void {
    const { kind, steps, follows = [], absences = [] } = this.table.importable;
    let said = this.standingAs(id, sent);
    const version = expectedVersion ?? Number(said.standing["version"]);
    for (const step of steps) {
      const given = step.when(said);
      if (given === null) continue;
      const missing = this.table.missing(step, given);
      if (missing.length > 0) throw new Refusal(missing);
      this.did(step, { id, expectedVersion: version, ...given });
      said = this.standingAs(id, sent);
    }
    const { differs, standing } = said;
    const left = Object.keys(sent).filter((field) => differs(field) && !follows.includes(field) && !(absences.includes(field) && areAbsent(sent[field], standing[field])));
    if (left.length > 0) throw new Refusal(left.map((field) => ({ code: "NOT_ALLOWED_NOW", message: `An import does not change this of the ${kind.spoken ?? kind.type} as it stands. Nothing of the row was written: leave the cell empty, or do it as people do.`, path: [field] })));
  }

  private did(act: ImportAct, sent: FieldValues): string {
    const acts = this.acts(act.name);
    return acts.whole(() => act.do(acts, sent), () => {});
  }

  private acts(act: Act): ActDraft {
    const { viewer, kinds, permissions, standards, reason } = this.place;
    const example = this.row.cells.get(EXAMPLE.name);
    return new ActDraft({ draft: this.draft, act, viewer, kinds, permissions, standards, reason, isExample: example !== undefined && yesOrNoIn(example) });
  }

  private standingAs(id: string, sent: FieldValues): SaidOfRecord {
    const standing = this.standing(id);
    const values = valuesOf(this.table.importable.kind, sent);
    return { sent, standing, differs: (field) => sent[field] !== undefined && differing(this.table.importable.kind, field, values, standing) };
  }

  private standing(id: string): FieldValues {
    return { ...this.draft.read(this.table.importable.kind, id) };
  }

  /** The version that whoever filled in the row had read; of a record that has come from another tracker, that says nothing. */
  private expectedVersion(): number | null {
    const cell = this.row.cells.get(VERSION.name);
    if (cell === undefined || !this.said.found.isById) return null;
    return wholeNumberIn(cell);
  }
}

function isWithheld(value: unknown): boolean {
  return typeof value === "object" && value !== null && "status" in value && value.status === "WITHHELD";
}
