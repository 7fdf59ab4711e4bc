import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { Refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import type { StoredRecord } from "../../ledger/entry.ts";
import { changedFields, type FieldValues } from "../../ledger/record.ts";
import { maySee } from "../access/audience.ts";
import { fieldOf } from "../field.ts";
import { wasOpenTo } from "../history/open-to.ts";
import { Asking, type AskingParts } from "./asking.ts";
import { wrongChoices } from "./choices.ts";
import { withoutFilledGaps } from "./gaps.ts";
import { merged, noSuchVersion, stale } from "./merge.ts";
import { notFound } from "./not-found.ts";
import { missingReason, NOT_GIVEN, said, wrongReason } from "./reason.ts";
import { Problems, under, type Path, type Ruled, type RuledFor } from "./ruled.ts";
import { ownColumns } from "./scope.ts";
import { standardsFor, type Consequence, type Edited, type Standards, type Standing } from "./standard.ts";
import { namesSomebodyHidden, tooLong } from "./texts.ts";

export type { Path } from "./ruled.ts";

export interface ActDraftParts extends AskingParts {
  /** Why, in the words of whoever does it; null where they say nothing. */
  readonly reason: string | null;
  readonly standards: Standards;
  /** Whether what it writes is made up, and is to say so for ever. */
  readonly isExample: boolean;
}

/** The graph at the head, for somebody who does something there: reads, asks for permission, decides, writes. */
export class ActDraft extends Asking {
  private readonly reason: string | null;
  private readonly standards: Standards;
  private readonly isExample: boolean;
  private readonly unsaid = new Problems();

  constructor({ reason, standards, isExample, ...asking }: ActDraftParts) {
    super(asking);
    this.reason = said(reason);
    this.standards = standards;
    this.isExample = isExample;
  }

  /** Does all of an act and explains it, or refuses it with all that stands in the way of either: a reason that it lacks included. */
  whole(decide: () => string, explain: (id: string | null) => void): string {
    const wrong = new Problems();
    const id = wrong.gather(decide);
    if (id !== null) this.mayBeDone();
    wrong.add([...this.unsaid.all(), ...wrongReason(this.reason)]);
    wrong.gather(() => { explain(id); });
    wrong.refuse();
    return id ?? "";
  }

  /** The reason of an act that has to say why; `whatFor` completes "Say why …". Without one the act is refused in the end: what is decided with the words that stand in for it is never kept. */
  because(whatFor: string): string {
    if (this.reason !== null) return this.reason;
    this.unsaid.add([missingReason(whatFor)]);
    return NOT_GIVEN;
  }

  /** Makes a record of what a rule decided, and gives its id. Refuses with all that the rule and the record's columns hold against it. */
  create<Table extends SQLiteTable>(kind: RecordKind<Table>, ruled: RuledFor<Table>, path?: Path): string;
  create(kind: RecordKind, { fields, problems }: Ruled, path: Path = []): string {
    const wrong = new Problems();
    wrong.add([...problems, ...tooLong(kind, fields), ...wrongChoices(kind, fields)], path);
    const unseen = this.unseen(fields);
    wrong.add(unseen, path);
    // What others hold against it would tell of a record that this viewer may not see.
    if (unseen.length > 0) wrong.refuse();
    const id = wrong.gather(() => this.checked(() => this.draft.create(kind, { ...fields, ...this.mark(kind) })), path);
    if (id !== null) wrong.add(this.against(kind, id, () => true), path);
    wrong.refuse();
    const made = id ?? "";
    this.mayWrite(kind, { ...fields, id: made }, fields);
    // What it made, this act may go on with.
    this.reach(made);
    return made;
  }

  /** Changes a record by what a rule decided; only the fields it names. One that has a value now is no longer empty for a reason. */
  change<Table extends SQLiteTable>(kind: RecordKind<Table>, id: string, ruled: RuledFor<Table>, path?: Path): void;
  change(kind: RecordKind, id: string, { fields, problems }: Ruled, path: Path = []): void {
    const wrong = new Problems();
    const standing = this.draft.read(kind, id);
    wrong.add([...problems, ...tooLong(kind, fields), ...wrongChoices(kind, { ...standing, ...fields }, fields)], path);
    const unseen = this.unseen(fields);
    wrong.add(unseen, path);
    // The rest is judged as if that had not been sent: what others hold against it would tell of a record that this viewer may not see.
    const rest = Object.fromEntries(Object.entries(fields).filter(([column]) => !unseen.some((problem) => problem.path?.[0] === fieldOf(column))));
    this.mayWrite(kind, { ...standing, id }, fields);
    const edits = wrong.gather(() => {
      this.checked(() => { this.draft.change(kind, id, { ...withoutFilledGaps(standing?.["gaps"], rest), ...rest }); });
      const edited = changedFields(standing, this.draft.read(kind, id));
      if (edited.length > 0) this.draft.change(kind, id, this.mark(kind));
      return edited;
    }, path);
    if (edits !== null) wrong.add(this.against(kind, id, (...columns) => columns.some((column) => edits.includes(column))), path);
    wrong.refuse();
  }

  /** What marks a record of an example, where a record of this kind can be marked. */
  private mark(kind: RecordKind): FieldValues {
    return this.isExample && ownColumns(kind)["isExample"] !== undefined ? { isExample: true } : {};
  }

  /** Removes a record. One that others point at stays, and the refusal lists them. */
  remove(kind: RecordKind, id: string): void {
    this.mayWrite(kind, { ...this.draft.read(kind, id), id }, {});
    const standards = standardsFor(this.standards, kind);
    const wrong = new Problems();
    wrong.add(standards.flatMap(({ goes }) => goes(id, this.standing)), ["id"]);
    const gone = standards.flatMap((each) => each.gone(id, this.standing));
    wrong.gather(() => { this.takeAway(kind, id); });
    wrong.refuse();
    this.follow(gone);
  }

  private takeAway(kind: RecordKind, id: string): void {
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
    const was = this.draft.read(kind, id) ?? this.removed(kind, id);
    if (!wasOpenTo({ viewer: this.viewer, moment: { ledger: this.graph } }, kind, was)) this.refuse([notFound(kind, id, ["id"])]);
    this.demand(kind, { ...was }, act);
    this.draft.restore(kind, id);
    const wrong = new Problems();
    const standards = standardsFor(this.standards, kind);
    const against = [...this.against(kind, id, () => true), ...standards.flatMap(({ returns }) => returns(id, this.standing))];
    wrong.add(against.map((problem) => ({ ...problem, path: ["id"] })));
    wrong.refuse();
    this.follow(standards.flatMap(({ back }) => back(id, this.standing)));
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

  /** Refuses where the record is not the version that was seen. */
  isAt(kind: RecordKind, id: string, expectedVersion: number): void {
    const columns = Object.keys(ownColumns(kind));
    this.unchanged(kind, id, expectedVersion, columns);
  }

  /**
   * What an editor sends, merged into what stands: they saw the record at `expectedVersion`. A field sent back as it was
   * seen is no edit. Where somebody else has changed the same field since, or a value cannot be read, the act is refused in the
   * end, with who and when: what is given here are the other edits, for the rule to judge as well.
   */
  merge(kind: RecordKind, id: string, expectedVersion: number, sent: FieldValues, path: Path = []): FieldValues {
    const wrong = new Problems();
    const edits = wrong.gather(() => merged({ draft: this.draft, kind, id, expectedVersion, sent }), path);
    wrong.refuse();
    this.unsaid.add((edits?.problems ?? []).map(inSchema), path);
    return edits?.fields ?? {};
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

  /** A removed record as it was. Of one that there never was, the same is said as of one that this viewer may not see. */
  private removed(kind: RecordKind, id: string): StoredRecord {
    try {
      return this.draft.removed(kind, id);
    } catch (error) {
      if (error instanceof Refusal && error.problems.some(({ code }) => code === "NOT_FOUND")) this.refuse([notFound(kind, id, ["id"])]);
      throw error;
    }
  }

  /** What rules look up here. */
  private get standing(): Standing {
    return { graph: this.graph, today: this.today, sees: (row) => maySee(this.viewer, row) };
  }

  /** All that other records hold against one as it stands now. */
  private against(kind: RecordKind, id: string, edited: Edited): readonly Problem[] {
    return standardsFor(this.standards, kind).flatMap(({ stands }) => stands(id, this.standing, edited));
  }

  /** What follows in other records was asked for with what it follows from. */
  private follow(consequences: readonly Consequence[]): void {
    for (const { kind, id, fields } of consequences) this.draft.change(kind, id, fields);
  }

  /** Problems name the fields of the schema, not the columns behind them. */
  private checked<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Refusal(error.problems.map(inSchema));
    }
  }
}

/** A problem of a record, at the field of the schema behind which its column stands. */
function inSchema({ path, ...problem }: Problem): Problem {
  return { ...problem, ...(path === undefined ? {} : { path: [fieldOf(String(path[0])), ...path.slice(1)] }) };
}
