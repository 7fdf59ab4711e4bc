import type { Day } from "../../../kernel/day.ts";
import type { criteria } from "../criterion/table.ts";
import type { milestones } from "../milestone/table.ts";
import { sayStatus } from "../workstream/rules.ts";
import type { workstreams } from "../workstream/table.ts";
import type { dependencies, dependencyWaivers } from "./table.ts";

type Criterion = typeof criteria.$inferSelect;

/** A dependency with what it points at, as far as there is such a thing. */
export interface Considered {
  readonly dependency: typeof dependencies.$inferSelect;
  readonly workstream: Pick<typeof workstreams.$inferSelect, "name" | "status"> | null;
  readonly milestone: Pick<typeof milestones.$inferSelect, "title" | "status"> | null;
  /** The criteria of the predecessor, where it is a workstream. */
  readonly criteria: readonly Criterion[];
  readonly waivers: readonly (typeof dependencyWaivers.$inferSelect)[];
}

/** A dependency that is not satisfied: what is missing, who can supply it, and the waiver that lets work go on, if there is one. */
export interface Blocker {
  readonly dependency: Considered["dependency"];
  readonly missing: string;
  readonly outstanding: readonly Criterion[];
  readonly waiver: Considered["waivers"][number] | null;
}

/** What stands in the way on a day. A dependency on something that the graph does not track cannot be seen to be satisfied. */
export function blockers(considered: readonly Considered[], on: Day): Blocker[] {
  return considered.flatMap((one) => {
    const missing = missingIn(one);
    if (missing === null) return [];
    // The criteria of what may not be seen would tell what it is.
    const outstanding = one.workstream === null ? [] : one.criteria.filter(isOpen);
    return [{ dependency: one.dependency, missing, outstanding, waiver: one.waivers.find((waiver) => holds(waiver, on)) ?? null }];
  });
}

function missingIn({ dependency, workstream, milestone, criteria }: Considered): string | null {
  if (workstream !== null) return missingOfWorkstream(dependency.type, workstream, criteria);
  if (milestone !== null) return milestone.status === "MET" ? null : `“${milestone.title}” has to be met; it is ${sayStatus(milestone.status)}.`;
  if (dependency.predecessorDescription !== null) return `${dependency.predecessorDescription}: this is not tracked here, so nobody can see whether it is done.`;
  return "Something that you may not see has to come first.";
}

function missingOfWorkstream(type: Considered["dependency"]["type"], workstream: { name: string; status: (typeof workstreams.$inferSelect)["status"] }, all: readonly Criterion[]): string | null {
  const { name, status } = workstream;
  if (status === "CLOSED" || (status === "READY" && type === "READY_TO_START")) return null;
  if (status === "MERGED") {
    const accepted = all.some((criterion) => criterion.status === "ACCEPTED") && !all.some(isOpen);
    return accepted ? null : `${name} was merged into others, and no accepted evidence shows that it is ready.`;
  }
  return `${name} has to be ${type === "READY_TO_START" ? "ready or closed" : "closed"}; it is ${sayStatus(status)}.`;
}

/** Nobody has accepted or waived it yet. */
export function isOpen({ status }: Pick<Criterion, "status">): boolean {
  return status === "OUTSTANDING" || status === "SUPPLIED";
}

/** A waiver holds to the end of its last possible day, unless it was or may have been ended before: in words that name no day, too. */
export function holds({ until, ended }: Pick<Considered["waivers"][number], "until" | "ended">, on: Day): boolean {
  const isEnded = ended.precision !== "UNKNOWN" && (ended.earliest === null || ended.earliest <= on);
  return !isEnded && until.latest !== null && on <= until.latest;
}
