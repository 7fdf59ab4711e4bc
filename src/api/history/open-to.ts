import type { RecordKind } from "../../ledger/concept.ts";
import type { StoredRecord } from "../../ledger/entry.ts";
import { generatedOf } from "../../ledger/generated.ts";
import type { Moment } from "../../ledger/snapshot.ts";
import { audiences, maySee, neverShown } from "../access/audience.ts";
import type { Context } from "../context.ts";
import type { Viewer } from "../access/viewer.ts";

/**
 * Whether the viewer may see a record as it stood, by the rights that they have today: what `maySee` says of the row that this
 * version had. What a record said while it was not for them stays so.
 */
export function wasOpenTo({ viewer, moment }: Pick<Context, "viewer"> & { readonly moment: Pick<Moment, "ledger"> }, kind: RecordKind, record: StoredRecord): boolean {
  const seenBy = generatedOf(moment.ledger, kind, "seenBy", record);
  return isFor(viewer, record, typeof seenBy === "string" ? seenBy : null);
}

/** Whether the viewer reads the history of this kind although no path to records shows it: who lets whom in, an auditor of everything has to be able to follow. */
export function isAudited({ grants }: Viewer, { table }: Pick<RecordKind, "table">): boolean {
  return neverShown(table) && grants.some(({ role, holdsFor }) => role === "AUDITOR" && holdsFor === null);
}

/** Whether the viewer may have seen a record before it was erased: what narrowed who might is erased with it, and its audience is left. */
export function mayHaveBeenOpenTo(viewer: Viewer, { table }: RecordKind, record: StoredRecord): boolean {
  return !neverShown(table) && isFor(viewer, record, null);
}

function isFor(viewer: Viewer, record: StoredRecord, seenBy: string | null): boolean {
  const audience = audiences.find((each) => each === record["audience"]);
  const systemId = record["systemId"];
  return audience !== undefined && maySee(viewer, { audience, systemId: typeof systemId === "string" ? systemId : null, seenBy });
}
