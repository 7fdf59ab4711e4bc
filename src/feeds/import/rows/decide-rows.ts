import { ActDraft } from "../../../api/act/act-draft.ts";
import { wrongReason } from "../../../api/act/reason.ts";
import { Refusal } from "../../../kernel/problem.ts";
import type { Series } from "../../../ledger/series.ts";
import type { FileRow } from "./cells.ts";
import type { ImportPlace } from "./import-place.ts";
import { IMPORT_ACT } from "./import-request.ts";
import type { ImportTable } from "./import-table.ts";
import type { RowVerdict } from "./verdict.ts";

/** A row, and where it stands among the rows of its file. */
export interface PlacedRow {
  readonly row: FileRow;
  readonly at: number;
}

/** Whether a row points at another of its own table, which may stand further down. */
export function mayComeLater({ importable: { kind }, fields }: ImportTable, { problems }: RowVerdict): boolean {
  return problems.some(({ code, column }) => code === "NOT_FOUND" && fields.some(({ pointsAt, columnOf }) => pointsAt.includes(kind.type) && columnOf(undefined) === column));
}

/** Decides rows that wait for others anew, as long as that gets some of them further. `again` decides them once and answers those that still wait. */
export async function untilNoneIsLeft(waiting: readonly PlacedRow[], again: (waiting: readonly PlacedRow[]) => Promise<readonly PlacedRow[]>): Promise<void> {
  let left = waiting;
  for (let before = left.length + 1; left.length > 0 && left.length < before; ) {
    before = left.length;
    left = await again(left);
  }
}

/** Refuses a reason that is no text, or may not stand where everybody reads it. */
export function sayable(series: Series, { viewer, kinds, permissions, standards, reason }: ImportPlace): void {
  if (reason === null) return;
  const wrong = wrongReason(reason);
  if (wrong.length > 0) throw new Refusal(wrong);
  series.look((draft) => { new ActDraft({ draft, act: IMPORT_ACT, viewer, kinds, permissions, standards, reason, isExample: false }).mayBeRead(reason, ["reason"]); });
}
