import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { programmeKind } from "../programme/table.ts";
import type { AmendWorkstreamInput, MergeWorkstreamInput, OpenWorkstreamInput } from "./act-inputs.ts";
import { amendWorkstream, mergeWorkstream, openWorkstream } from "./decisions.ts";
import { takeStep, type WorkstreamStep } from "./rules.ts";
import { workstreamContinuationKind, workstreamKind } from "./table.ts";

/** What people do with workstreams, but for what has to wait for others: that is lent by `dependency/`, which knows for what. */
export const workstreamActs = {
  open(draft: ActDraft, opened: OpenWorkstreamInput, path: Path): string {
    const programme = draft.findFor("workstream:open", programmeKind, opened.programme, [...path, "programme"]);
    return draft.create(workstreamKind, openWorkstream(valuesOf(workstreamKind, opened), programme), path);
  },

  amend(draft: ActDraft, amended: AmendWorkstreamInput, path: Path): string {
    const { id, expectedVersion, ...sent } = amended;
    const workstream = draft.findFor("workstream:amend", workstreamKind, id, [...path, "id"]);
    const edits = draft.merge(workstreamKind, id, expectedVersion, valuesOf(workstreamKind, sent), path);
    draft.change(workstreamKind, id, amendWorkstream(workstream, edits), path);
    return id;
  },

  sayNotStarted(draft: ActDraft, said: RecordAsReadInput, path: Path): string {
    draft.because("it has not started, whatever was said before");
    return step(draft, said, path, "say-not-started");
  },

  pause: (draft: ActDraft, paused: RecordAsReadInput, path: Path): string => step(draft, paused, path, "pause"),

  close: (draft: ActDraft, closed: RecordAsReadInput, path: Path): string => step(draft, closed, path, "close"),

  merge(draft: ActDraft, { id, expectedVersion, continuedIn }: MergeWorkstreamInput, path: Path): string {
    const workstream = draft.findFor("workstream:merge", workstreamKind, id, [...path, "id"]);
    draft.unchanged(workstreamKind, id, expectedVersion, ["status"], path);
    const others = continuedIn.map((other, index) => draft.find(workstreamKind, other, [...path, "continuedIn", index]));
    draft.change(workstreamKind, id, mergeWorkstream(workstream, others), path);
    const { audience, systemId } = workstream;
    for (const { id: continuedInId } of others) draft.create(workstreamContinuationKind, { fields: { audience, systemId, workstreamId: id, continuedInId }, problems: [] }, path);
    return id;
  },
};

function step(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path, name: WorkstreamStep): string {
  const workstream = draft.findFor(`workstream:${name}`, workstreamKind, id, [...path, "id"]);
  draft.unchanged(workstreamKind, id, expectedVersion, ["status"], path);
  draft.change(workstreamKind, id, takeStep(workstream, name), path);
  return id;
}
