import type { Act } from "../../../api/access/act.ts";
import type { ActDraft } from "../../../api/act/act-draft.ts";
import { programmeKind } from "../programme/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { Place } from "./decisions.ts";

/** Asks at the workstream, where there is one; it is part of the programme. */
export function demandAt(draft: ActDraft, { programme, workstream }: Place, act: Act): void {
  if (workstream === null) draft.demand(programmeKind, programme, act);
  else draft.demand(workstreamKind, workstream, act);
}
