import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { takeStep, type WorkstreamStep } from "../workstream/rules.ts";
import { continuationsFrom } from "../workstream/store.ts";
import { workstreamContinuationKind, workstreamKind } from "../workstream/table.ts";
import { notReady, notShown } from "./not-ready.ts";
import { criteriaSetFor } from "./store.ts";
import { seenBy, suppliersOf, waitedFor } from "./waited.ts";

/** What makes a workstream go on: lent from here, since dependencies point at workstreams, and only they say what it has to wait for. */
export const waitingWorkstreamActs = {
  start: (draft: ActDraft, started: RecordAsReadInput, path: Path): string => goOn(draft, started, path, "start"),

  reportReady: (draft: ActDraft, reported: RecordAsReadInput, path: Path): string => goOn(draft, reported, path, "report-ready"),

  resume: (draft: ActDraft, resumed: RecordAsReadInput, path: Path): string => goOn(draft, resumed, path, "resume"),

  reopen(draft: ActDraft, reopened: RecordAsReadInput, path: Path): string {
    draft.because("it is under way again");
    goOn(draft, reopened, path, "reopen");
    // It goes on by itself again; in which others it once was continued stays in the history.
    for (const { id } of continuationsFrom.all(draft.graph, { id: reopened.id })) draft.remove(workstreamContinuationKind, id);
    return reopened.id;
  },
};

function goOn(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path, name: WorkstreamStep): string {
  const workstream = draft.findFor(`workstream:${name}`, workstreamKind, id, [...path, "id"]);
  draft.unchanged(workstreamKind, id, expectedVersion, ["status"], path);
  const { fields, problems } = takeStep(workstream, name);
  const before = notReady(waitedFor(draft, id), draft.today, seenBy(draft));
  const own = name === "report-ready" ? ownCriteria(draft, id) : [];
  draft.change(workstreamKind, id, { fields, problems: [...problems, ...before, ...own] }, path);
  return id;
}

/** What has to be shown before a workstream itself counts as ready. */
function ownCriteria(draft: ActDraft, id: string): Problem[] {
  const all = criteriaSetFor.all(draft.graph, { id });
  return notShown(all, suppliersOf(draft, all), seenBy(draft));
}
