import type { Guarded } from "../../../api/access/audience.ts";
import type { Day } from "../../../kernel/day.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { criteria } from "../criterion/table.ts";
import type { milestones } from "../milestone/table.ts";
import type { workstreams } from "../workstream/table.ts";
import { blockers, isOpen, type Considered } from "./rules.ts";

type Criterion = typeof criteria.$inferSelect;
type Workstream = typeof workstreams.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

/** Whether the viewer may see a row: what blocks is decided on all that there is, and told only as far as they may. */
export type Sees = (row: Guarded) => boolean;

/** A body that can supply what is missing, or answers for it. */
export type Body = Guarded & { readonly name: string };

/** The bodies that something which is waited for names, by their ids. */
export type Bodies = ReadonlyMap<string, Body>;

/** A dependency with all that it points at, whoever may see it. */
export interface Waited extends Considered {
  readonly workstream: Workstream | null;
  readonly milestone: Milestone | null;
  readonly bodies: Bodies;
}

/** One problem for each thing that has to come first, is not there on a day and is not waived for it: what is missing, and who can supply it. */
export function notReady(waited: readonly Waited[], on: Day, sees: Sees): Problem[] {
  return waited.flatMap((one) => {
    const [blocker] = blockers([one], on);
    return blocker === undefined || blocker.waiver !== null ? [] : [told(one, blocker.missing, blocker.outstanding, sees)];
  });
}

/** One problem for each criterion of a workstream on which nobody has decided yet. */
export function notShown(all: readonly Criterion[], bodies: Bodies, sees: Sees): Problem[] {
  return all.filter(isOpen).map((criterion) => {
    const what = sees(criterion) ? sayCriterion(criterion, bodies, sees) : "a criterion that you may not see";
    return { code: "NOT_READY", message: `Before it counts as ready, this has to be accepted or waived: ${what}. Nothing was changed.`, path: ["id"], records: sees(criterion) ? [criterion.id] : [] };
  });
}

function told({ dependency, workstream, milestone, bodies }: Waited, missing: string, outstanding: readonly Criterion[], sees: Sees): Problem {
  const before = workstream ?? milestone;
  if (!sees(dependency) || (before !== null && !sees(before))) {
    return { code: "NOT_READY", message: `${milestone === null ? "A workstream" : "A milestone"} that you may not see has to come first, and is not there yet. ${next}`, path: ["id"], records: [] };
  }
  const open = outstanding.filter(sees);
  const hidden = outstanding.length - open.length;
  const criteria = [...open.map((criterion) => sayCriterion(criterion, bodies, sees)), ...(hidden === 0 ? [] : [`${hidden} more that you may not see`])];
  const supply = criteria.length > 0 ? `Still open: ${criteria.join("; ")}. ` : before === null ? "" : `${answerable(before, bodies, sees)} `;
  return { code: "NOT_READY", message: `${missing} ${supply}${next}`, path: ["id"], records: [...(before === null ? [] : [before.id]), ...open.map(({ id }) => id)] };
}

const next = "Nothing was changed: it can go on once that is there, or once a lead or the office of its programme waives it.";

function sayCriterion({ statement, status, supplierId }: Criterion, bodies: Bodies, sees: Sees): string {
  const who = supplierId === null ? "nobody is recorded who can supply it" : `${bodyOf(supplierId, bodies, sees)} ${status === "SUPPLIED" ? "supplied it, and nobody has decided on it" : "can supply it"}`;
  return `“${statement}” (${who})`;
}

/** Where no criterion says who can supply what is missing: who leads it, or answers for it. */
function answerable(before: Workstream | Milestone, bodies: Bodies, sees: Sees): string {
  const isWorkstream = "leadOrganisationId" in before;
  const ids = isWorkstream ? [before.leadHealthIntegrationTeamId, before.leadOrganisationId] : [before.ownerHealthIntegrationTeamId, before.ownerOrganisationId];
  const who = ids.filter((id) => id !== null).map((id) => bodyOf(id, bodies, sees));
  const verb = isWorkstream ? "leads it" : "answers for it";
  return who.length === 0 ? `Nobody is recorded who ${verb}.` : `It is ${isWorkstream ? "led" : "answered for"} by ${who.join(" and ")}.`;
}

function bodyOf(id: string, bodies: Bodies, sees: Sees): string {
  const body = bodies.get(id);
  return body === undefined || !sees(body) ? "a body that you may not see" : body.name;
}
