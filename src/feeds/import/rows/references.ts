import type { ActDraft } from "../../../api/act/act-draft.ts";
import type { Sight } from "../../../api/act/sight.ts";
import { maySee } from "../../../api/access/audience.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import { calledInList } from "../../../domain/foundation/external-reference/store.ts";
import { externalReferenceKind } from "../../../domain/foundation/external-reference/table.ts";
import { isId } from "../../../kernel/identity.ts";
import type { RecordKind } from "../../../ledger/concept.ts";

/** The act by which a record gets a name in a list. */
export const REFER = "external-reference:record";

/** What a record is called in a list. */
export interface InList {
  readonly list: string;
  readonly name: string;
}

/** The ids of the records of these kinds that a list calls so, as somebody may see them; one that was removed is not among them. */
export function called(sight: Sight, { list, name }: InList, kinds: readonly RecordKind<RecordTable>[]): readonly string[] {
  const subjects = calledInList.all(sight.graph, { list, reference: name }).filter((row) => maySee(sight.viewer, row)).map(({ subjectId }) => subjectId);
  return [...new Set(subjects)].filter((id) => {
    const kind = kinds.find(({ prefix }) => isId(id, prefix));
    const row = kind === undefined ? null : sight.read(kind, id);
    return row !== null && maySee(sight.viewer, row);
  });
}

/** Gives a record a name in a list, and gives the id of that reference. */
export function refer(draft: ActDraft, kind: RecordKind<RecordTable>, id: string, { list, name }: InList): string {
  const subject = draft.find(kind, id);
  draft.demand(kind, subject, REFER);
  const { audience, systemId } = draft.findRecord(id).row;
  return draft.create(externalReferenceKind, { fields: { audience, systemId, subjectId: id, list, reference: name }, problems: [] });
}
