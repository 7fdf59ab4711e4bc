import { sql } from "drizzle-orm";
import { isId } from "../../kernel/identity.ts";
import type { Day } from "../../kernel/day.ts";
import { Refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import { columnsOf, tableStatement, type Graph, type Stored } from "../../ledger/graph.ts";
import { quoted } from "../../ledger/projection.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { audiences, maySee, type Guarded } from "../audience.ts";
import type { Permissions } from "../role.ts";
import { fieldOf } from "../field.ts";
import { Fault } from "../fault.ts";
import type { RecordTable } from "../loaders.ts";
import type { RecordRow } from "../record.ts";
import type { Viewer } from "../viewer.ts";
import { wrongChoices } from "./choices.ts";
import { merged, noSuchVersion, stale } from "./merge.ts";
import { Problems, under, type Ruled } from "./ruled.ts";
import { namesSomebodyHidden, tooLong } from "./texts.ts";
import { ownColumns, verdict, wholesOf, type Row, type RowsBy } from "./scope.ts";

/** Where in what was sent. */
export type Path = readonly (string | number)[];

export interface ActDraftParts {
  readonly draft: Draft;
  readonly act: string;
  readonly viewer: Viewer;
  readonly permissions: Permissions;
  readonly kinds: readonly RecordKind[];
}

/**
 * The graph at the head, for somebody who does something there: reads, asks for permission, decides, writes. What was
 * not asked for is not written.
 */
export class ActDraft {
  readonly draft: Draft;
  readonly viewer: Viewer;
  private readonly act: string;
  private readonly permissions: Permissions;
  private readonly byPrefix: ReadonlyMap<string, RecordKind>;
  /** The ids for which permission was asked, and the values of records that are yet to be made. */
  private readonly asked = new Set<unknown>();

  /** Records that nobody sees by the gate, and of which an act has made sure by itself. */
  private readonly vouched = new Set<string>();

  constructor({ draft, act, viewer, permissions, kinds }: ActDraftParts) {
    this.draft = draft;
    this.act = act;
    this.viewer = viewer;
    this.permissions = permissions;
    this.byPrefix = new Map(kinds.map((kind) => [kind.prefix, kind]));
  }

  /** For stores: what this act has written is in it. */
  get graph(): Graph {
    return this.draft.graph;
  }

  /** The day that it is in London. */
  get today(): Day {
    return this.draft.today;
  }

  /** The record with an id, as it stands here. Refuses an id of another kind, and one of a record that this viewer may not see. */
  find<Table extends RecordTable>(kind: RecordKind<Table>, id: string, path: Path = []): Table["$inferSelect"] {
    const row: (Table["$inferSelect"] & Guarded) | null = this.read(kind, id);
    if (row === null || !maySee(this.viewer, row)) throw this.notFound(kind, id, path);
    return row;
  }

  /** The same for an id that may be left out. */
  findAny<Table extends RecordTable>(kind: RecordKind<Table>, id: string | null | undefined, path: Path = []): Table["$inferSelect"] | null {
    return id === null || id === undefined ? null : this.find(kind, id, path);
  }

  /** A record of whatever kind, with its kind. */
  findRecord(id: string, path: Path = []): { kind: RecordKind<RecordTable>; row: RecordRow & Row } {
    const kind = isId(id) ? this.kindOf(id) : undefined;
    if (kind === undefined) throw new Refusal([{ code: "NOT_FOUND", message: `There is no record with the id ${id}.`, path }]);
    // oxlint-disable-next-line no-unsafe-type-assertion -- every table of records has the columns of a RecordRow
    return { kind, row: this.find(kind, id, path) as RecordRow & Row };
  }

  /** A record as it stands here, whoever may see it: for what a rule has to know. */
  read<Table extends RecordTable>(kind: RecordKind<Table>, id: string): (Table["$inferSelect"] & Guarded) | null {
    return byId(kind).first(this.graph, { id }) ?? null;
  }

  /**
   * Asks whether the viewer may do this to a record, or make a record of these values. Every write needs it: of the record
   * itself, or of what it is part of. In an act made of several, each asks under a name of its own. `madeForIt`
   * are the values of a record that is made for this one, and will only then be part of it.
   */
  demand(kind: RecordKind, row: Row, act = this.act, madeForIt?: FieldValues): void {
    const answer = verdict(this.permissions, this.viewer, act, this.wholes(kind, row));
    if (!answer.allowed) throw new Fault("FORBIDDEN", `${answer.reason} Nothing was changed.`, { act });
    this.asked.add(typeof row["id"] === "string" ? row["id"] : row);
    if (madeForIt !== undefined) this.asked.add(madeForIt);
  }

  /** Asks whether the viewer may do to a record what reaches every other record as well: only a role for everything counts. */
  demandOfAll(id: string, act = this.act): void {
    const answer = verdict(this.permissions, this.viewer, act, new Set());
    if (!answer.allowed) throw new Fault("FORBIDDEN", `${answer.reason} It reaches the records of every system, so the role has to be held for everything. Nothing was changed.`, { act });
    this.asked.add(id);
  }

  /** Lets this act point at a record that nobody sees by the gate: it has made sure by itself that it may. */
  vouch(id: string): void {
    this.vouched.add(id);
  }

  /** Makes a record of what a rule decided, and gives its id. Refuses with all that the rule and the record's columns hold against it. */
  create(kind: RecordKind, { fields, problems }: Ruled, path: Path = []): string {
    const wrong = new Problems();
    wrong.add([...problems, ...this.hidden(fields), ...tooLong(kind, fields), ...wrongChoices(kind, fields)], path);
    const id = wrong.gather(() => this.checked(() => this.draft.create(kind, fields)), path);
    wrong.refuse();
    const made = id ?? "";
    this.mayWrite(kind, { ...fields, id: made }, fields);
    return made;
  }

  /** Changes a record by what a rule decided; only the fields it names. One that has a value now is no longer empty for a reason. */
  change(kind: RecordKind, id: string, { fields, problems }: Ruled, path: Path = []): void {
    const wrong = new Problems();
    const standing = this.draft.read(kind, id);
    wrong.add([...problems, ...this.hidden(fields), ...tooLong(kind, fields), ...wrongChoices(kind, { ...standing, ...fields }, fields)], path);
    this.mayWrite(kind, { ...standing, id }, fields);
    wrong.gather(() => { this.checked(() => { this.draft.change(kind, id, { ...withoutFilledGaps(standing?.["gaps"], fields), ...fields }); }); }, path);
    wrong.refuse();
  }

  /** Removes a record. One that others point at stays, and the refusal lists them. */
  remove(kind: RecordKind, id: string): void {
    this.mayWrite(kind, { ...this.draft.read(kind, id), id }, {});
    try {
      this.draft.remove(kind, id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Which records they are, the answer lists as far as they may be seen: its words name none.
      const message = `This ${kind.type} cannot be removed while others point at it. Nothing was changed: change or remove those first.`;
      throw new Refusal(error.problems.map((problem) => (problem.code === "STILL_REFERENCED" ? { ...problem, message } : problem)));
    }
  }

  /** Brings back a record that was removed; permission is asked for what it was. */
  restore(kind: RecordKind, id: string, act = this.act): void {
    const was = this.draft.read(kind, id) ?? this.draft.removed(kind, id);
    const { audience, systemId } = was;
    const known = audiences.find((each) => each === audience);
    if (known === undefined || !maySee(this.viewer, { audience: known, systemId: typeof systemId === "string" ? systemId : null })) throw this.notFound(kind, id, ["id"]);
    this.demand(kind, { ...was }, act);
    this.draft.restore(kind, id);
  }

  /** Erases somebody: every name that they have ever had, wherever it stands, and the words by which somebody would know them beside. */
  erase(kind: RecordKind, id: string, words: readonly string[], path: Path = []): void {
    this.mayWrite(kind, { ...this.draft.read(kind, id), id }, {});
    const wrong = new Problems();
    wrong.gather(() => { this.draft.erase(kind, id, words); }, path);
    wrong.refuse();
  }

  /** Does the same for every item, and refuses with what stands in the way of all of them. */
  each<Item, Result>(items: readonly Item[], path: Path, work: (item: Item, path: Path) => Result): Result[] {
    const wrong = new Problems();
    const results = items.flatMap((item, index) => {
      const result = wrong.gather(() => work(item, [...path, index]));
      return result === null ? [] : [result];
    });
    wrong.refuse();
    return results;
  }

  /** The first of the wholes that a record names as what it is part of, null where it names none; each is asked for. */
  home(kind: RecordKind, fields: FieldValues, act: string, path: Path): RecordRow | null {
    const wholes = wholesNamed(kind, fields).map(({ field, id }) => this.findRecord(id, [...path, field]));
    for (const whole of wholes) this.demand(whole.kind, whole.row, act);
    return wholes[0]?.row ?? null;
  }

  /** The first whole that a record is part of, whoever may see it. */
  homeOf(kind: RecordKind, fields: FieldValues): RecordRow | null {
    const [first] = wholesNamed(kind, fields);
    const whole = first === undefined ? undefined : this.kindOf(first.id);
    // oxlint-disable-next-line no-unsafe-type-assertion -- every table of records has the columns of a RecordRow
    return whole === undefined || first === undefined ? null : (this.read(whole, first.id) as RecordRow | null);
  }

  /** That a record is said to belong to a system which this viewer may not see, or which is not there. */
  systemUnseen({ systemId }: FieldValues): Problem[] {
    return systemId === undefined ? [] : this.hidden({ system: systemId }, ["system"]);
  }

  /** Refuses where the record is not the version that was seen. */
  isAt(kind: RecordKind, id: string, expectedVersion: number): void {
    const columns = Object.keys(ownColumns(kind));
    this.unchanged(kind, id, expectedVersion, columns);
  }

  /**
   * What an editor sends, merged into what stands: they saw the record at `expectedVersion`. A field sent back as it was
   * seen is no edit. Where somebody else has changed the same field since, all is refused with who and when.
   */
  merge(kind: RecordKind, id: string, expectedVersion: number, sent: FieldValues, path: Path = []): FieldValues {
    const wrong = new Problems();
    const edits = wrong.gather(() => this.checked(() => merged({ draft: this.draft, kind, id, expectedVersion, sent })), path);
    wrong.refuse();
    return edits ?? {};
  }

  /** Refuses an act that decides on these fields, where somebody else has changed one of them since the version that was seen. */
  unchanged(kind: RecordKind, id: string, expectedVersion: number, columns: readonly string[], path: Path = []): void {
    const since = this.draft.versionOf(kind, id, expectedVersion) === null ? noSuchVersion(kind, expectedVersion) : stale(this.draft, kind, id, expectedVersion, columns);
    if (since !== null) this.refuse([since], path);
  }

  /** Says where something that this act records is written. Refuses words that name somebody whom only some may see, as everybody reads them. */
  cite(citation: Parameters<Draft["cite"]>[0], path: Path = []): void {
    try {
      this.draft.cite(citation);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The draft counts an act's citations; what was sent knows its own place.
      throw new Refusal(error.problems.map((problem) => ({ ...problem, path: [...path, ...(problem.path ?? []).slice(2)] })));
    }
    if (citation.quote !== null) this.mayBeRead(citation.quote, [...path, "quote"]);
  }

  /** Refuses words for the history that name somebody whom only some may see. */
  mayBeRead(text: string, path: Path): void {
    if (!namesSomebodyHidden(this.graph, [...this.byPrefix.values()], text)) return;
    this.refuse([{ code: "NAMES_SOMEBODY", message: "These words name somebody whom not everybody may see, and they would stand where everybody reads them. Leave the name out, and say the role." }], path);
  }

  /** Refuses the act with these problems. */
  refuse(problems: readonly Problem[], path: Path = []): never {
    throw new Refusal(under(path, problems));
  }

  /** That a record is to point at one which this viewer may not see, or which is not there. */
  private hidden(fields: FieldValues, columns = Object.keys(fields).filter((column) => column.endsWith("Id") && column !== "systemId")): Problem[] {
    return columns.flatMap((column): Problem[] => {
      const value = fields[column];
      if (typeof value !== "string" || this.vouched.has(value)) return [];
      const kind = isId(value) ? this.kindOf(value) : undefined;
      const row = kind === undefined ? null : this.read(kind, value);
      if (row !== null && maySee(this.viewer, row)) return [];
      return [{ code: "NOT_FOUND", message: `There is no record with the id ${value}, or you may not see it.`, path: [fieldOf(column)] }];
    });
  }

  private notFound(kind: RecordKind, id: string, path: Path): Refusal {
    return new Refusal([{ code: "NOT_FOUND", message: `There is no ${kind.type} with the id ${id}, or you may not see it.`, path }]);
  }

  private kindOf(id: string): RecordKind<RecordTable> | undefined {
    // Every table of records has the columns of a RecordRow.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return this.byPrefix.get(id.slice(0, id.indexOf("_"))) as RecordKind<RecordTable> | undefined;
  }

  /** All that a record is part of. */
  private wholes(kind: RecordKind, row: Row): ReadonlySet<string> {
    const walk = wholesOf(this.byPrefix, kind, row);
    let step = walk.next();
    while (step.done !== true) step = walk.next(this.rows(step.value));
    return step.value;
  }

  private rows({ table, column, value }: RowsBy): readonly Row[] {
    return this.graph.run(`select * from ${quoted(table)} where ${quoted(column)} = ?`, [value]);
  }

  private mayWrite(kind: RecordKind, row: Row, values: FieldValues): void {
    if (this.asked.has(values) || this.asked.has(row["id"])) return;
    for (const whole of this.wholes(kind, row)) if (whole !== row["systemId"] && this.asked.has(whole)) return;
    throw new Error(`${this.act} writes a ${kind.type} for which it has not asked.`);
  }

  /** Problems name the fields of the schema, not the columns behind them. */
  private checked<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.problems.map(({ path, ...problem }) => ({ ...problem, ...(path === undefined ? {} : { path: [fieldOf(String(path[0])), ...path.slice(1)] }) })));
    }
  }
}

/** The reasons for empty fields, without those of fields that are filled now; nothing where all of them stay. */
function withoutFilledGaps(gaps: unknown, fields: FieldValues): FieldValues {
  if (typeof gaps !== "object" || gaps === null) return {};
  const all = Object.entries(gaps);
  const kept = all.filter(([field]) => isEmpty(fields[field]));
  return kept.length === all.length ? {} : { gaps: Object.fromEntries(kept) };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The wholes that a record names itself, in the order in which its kind lists them. */
function wholesNamed(kind: RecordKind, fields: FieldValues): { readonly field: string; readonly id: string }[] {
  return kind.partOf.flatMap((part) => {
    const id: unknown = "through" in part ? null : fields[part.name];
    return "through" in part || !isId(id) ? [] : [{ field: fieldOf(part.name), id }];
  });
}

const statements = new WeakMap<RecordKind, Stored<unknown>>();

function byId<Table extends RecordTable>(kind: RecordKind<Table>): Stored<Table["$inferSelect"] & Guarded> {
  let stored = statements.get(kind);
  if (stored === undefined) {
    stored = tableStatement<Table["$inferSelect"]>(kind.table, sql`select ${columnsOf(kind.table)} from ${kind.table} where ${kind.table.id} = ${sql.placeholder("id")}`);
    statements.set(kind, stored);
  }
  // What stands under a kind was made for it, above.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return stored as Stored<Table["$inferSelect"] & Guarded>;
}
