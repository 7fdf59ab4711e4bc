import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { wrongChoices } from "../../../api/act/choices.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { ownColumns } from "../../../api/act/scope.ts";
import { readDay } from "../../../kernel/day.ts";
import { milestoneKind } from "../milestone/table.ts";
import { workstreamKind } from "../workstream/table.ts";
import type { AddDependencyInput, AmendDependencyInput, WaiveDependencyInput } from "./act-inputs.ts";
import { wayTo } from "./circle.ts";
import { addDependency, endWaiver, waiveDependency } from "./decisions.ts";
import { dependenciesOf, linksFrom, waitingMilestone, waitingWorkstream } from "./links.ts";
import { waiversGivenFor } from "./store.ts";
import { dependencyKind, dependencyWaiverKind } from "./table.ts";
import { seenBy } from "./waited.ts";

/** What people do with dependencies and waivers. To add one is for those who wait; to do without one, for those who lead the programme. */
export const dependencyActs = {
  add(draft: ActDraft, added: AddDependencyInput, path: Path): string {
    const sent = valuesOf(dependencyKind, added);
    const workstream = draft.findAny(workstreamKind, added.successorWorkstream, [...path, "successorWorkstream"]);
    const milestone = draft.findAny(milestoneKind, added.successorMilestone, [...path, "successorMilestone"]);
    if (workstream !== null) draft.demand(workstreamKind, workstream, "dependency:add");
    if (milestone !== null) draft.demand(milestoneKind, milestone, "dependency:add");
    const successor = waitingWorkstream(workstream) ?? waitingMilestone(milestone) ?? draft.refuse(wrongChoices(dependencyKind, sent), path);
    const predecessor =
      waitingWorkstream(draft.findAny(workstreamKind, added.predecessorWorkstream, [...path, "predecessorWorkstream"])) ??
      waitingMilestone(draft.findAny(milestoneKind, added.predecessorMilestone, [...path, "predecessorMilestone"]));
    const way = predecessor === null ? null : wayTo(predecessor, successor.id, linksFrom(draft.graph));
    return draft.create(dependencyKind, addDependency(sent, { successor, predecessor, way, standing: dependenciesOf(draft.graph, successor.id) }, seenBy(draft)), path);
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendDependencyInput, path: Path): string {
    draft.findFor("dependency:amend", dependencyKind, id, [...path, "id"]);
    draft.change(dependencyKind, id, { fields: draft.merge(dependencyKind, id, expectedVersion, valuesOf(dependencyKind, sent), path), problems: [] }, path);
    return id;
  },

  drop(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    draft.because("nothing has to come first any more");
    draft.findFor("dependency:drop", dependencyKind, id, [...path, "id"]);
    draft.unchanged(dependencyKind, id, expectedVersion, Object.keys(ownColumns(dependencyKind)), path);
    // Its waivers go with it.
    draft.remove(dependencyKind, id);
    return id;
  },

  waive(draft: ActDraft, { dependency: id, until, grantedBy }: WaiveDependencyInput, path: Path): string {
    const reason = draft.because("it may go on without what has to come first");
    const dependency = draft.findFor("dependency:waive", dependencyKind, id, [...path, "dependency"]);
    const given = { until: readDay(until), reason, grantedById: grantedBy ?? null };
    return draft.create(dependencyWaiverKind, waiveDependency(dependency, waiversGivenFor.all(draft.graph, { id }), given, draft.today), path);
  },

  endWaiver(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    draft.because("it ends before its time");
    const waiver = draft.findFor("dependency-waiver:end", dependencyWaiverKind, id, [...path, "id"]);
    draft.unchanged(dependencyWaiverKind, id, expectedVersion, ["until", "ended"], path);
    draft.change(dependencyWaiverKind, id, endWaiver(waiver, draft.today), path);
    return id;
  },
};
