import { wrongChoices } from "../../api/act/choices.ts";
import { columnFor } from "../../api/act/columns.ts";
import { standardsFor, type Edited, type Standard, type Standards, type Standing } from "../../api/act/standard.ts";
import { Refusal, type Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import { changedFields, type FieldValues } from "../../ledger/record.ts";

/** What holds of a record whichever act writes it, for a file of acts: whoever loads one sees everything. */
export class Upheld {
  private readonly draft: Draft;
  private readonly kind: RecordKind;
  private readonly standards: readonly Standard[];
  private readonly at: Standing;

  constructor(draft: Draft, kind: RecordKind, standards: Standards) {
    this.draft = draft;
    this.kind = kind;
    this.standards = standardsFor(standards, kind);
    this.at = { graph: draft.graph, today: draft.today, sees: () => true };
  }

  made(id: string, given: FieldValues): void {
    this.refuse([...wrongChoices(this.kind, given), ...this.against(id, () => true)]);
  }

  changing(id: string, given: FieldValues, change: () => void): void {
    const before = this.draft.read(this.kind, id);
    change();
    const after = this.draft.read(this.kind, id);
    const edits = changedFields(before, after);
    this.refuse([...wrongChoices(this.kind, { ...after }, given), ...this.against(id, (...columns) => columns.some((column) => edits.includes(column)))]);
  }

  removing(id: string, remove: () => void): void {
    this.refuse(this.standards.flatMap(({ goes }) => goes(id, this.at)));
    const gone = this.standards.flatMap((each) => each.gone(id, this.at));
    remove();
    for (const { kind, id: other, fields } of gone) this.draft.change(kind, other, fields);
  }

  private against(id: string, edited: Edited): readonly Problem[] {
    return this.standards.flatMap(({ stands }) => stands(id, this.at, edited));
  }

  /** A file names columns, not the fields of the schema. */
  private refuse(problems: readonly Problem[]): void {
    if (problems.length > 0) throw new Refusal(problems.map(({ path = [], ...problem }) => ({ ...problem, path: path.map((field) => columnFor(this.kind, String(field))) })));
  }
}
