import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import type { Guarded } from "../../../api/access/audience.ts";
import { fieldOf } from "../../../api/field.ts";
import type { Day } from "../../../kernel/day.ts";
import type { ValueStatus } from "../../../kernel/value-status.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import { circle, type Link, type Waiting } from "./circle.ts";
import type { Sees } from "./not-ready.ts";
import { holds } from "./rules.ts";
import type { dependencies, dependencyWaivers } from "./table.ts";

type Dependency = typeof dependencies.$inferSelect;
type Waiver = typeof dependencyWaivers.$inferSelect;

const firsts = ["predecessorWorkstreamId", "predecessorMilestoneId", "predecessorDescription"] as const;
const waits = ["successorWorkstreamId", "successorMilestoneId"] as const;

/** What stands at the two ends of a dependency that is to be added. */
export interface Ends {
  readonly successor: Waiting;
  /** Null where it is only described. */
  readonly predecessor: Waiting | null;
  /** The way on which the predecessor waits for the successor already. */
  readonly way: readonly Link[] | null;
  /** What the successor waits for already. */
  readonly standing: readonly Dependency[];
}

/** A dependency is added once, and never so that something would wait for itself. It belongs where what waits belongs. */
export function addDependency({ audience, basis, ...sent }: FieldValues, { successor, predecessor, way, standing }: Ends, sees: Sees): Ruled {
  const problems = wrongBeside(sent, { successor, predecessor, way, standing }, sees);
  return { fields: { ...sent, audience: audience ?? successor.audience, systemId: successor.systemId, basis: basis ?? "STATED", gaps: unused(sent) }, problems };
}

/** What stands against a dependency beside the others: a circle, and that it is there already. */
export function wrongBeside(sent: FieldValues, { successor, predecessor, way, standing }: Ends, sees: Sees): Ruled["problems"] {
  const wrong = new Problems();
  const path = given(sent, firsts).slice(0, 1).map(fieldOf);
  if (predecessor !== null) wrong.add(circle(successor, predecessor, way, sees), path);
  // One that the viewer may not see stays unmentioned: two that say the same do no harm.
  const same = standing.filter(sees).find((one) => firsts.every((column) => (one[column] ?? null) === (sent[column] ?? null)));
  wrong.when(same !== undefined, "ALREADY_EXISTS", `${successor.called} waits for this already. Drop that dependency first where it is of the wrong type.`, path, same === undefined ? [] : [same.id]);
  return wrong.all();
}

/** A waiver holds until a day to come, there is one at a time, and whoever sees the dependency sees it. */
export function waiveDependency(dependency: Guarded & { readonly id: string }, waivers: readonly Waiver[], waiver: { readonly until: Day; readonly reason: string; readonly grantedById: string | null }, today: Day): Ruled {
  const wrong = new Problems();
  wrong.when(waiver.until <= today, "RULE", `A waiver holds until a day to come: choose one after ${today}.`, ["until"]);
  const standing = waivers.find((one) => holds(one, today));
  wrong.when(standing !== undefined, "ALREADY_EXISTS", "This is waived already. End that waiver first, or let it run out.", ["dependency"], standing === undefined ? [] : [standing.id]);
  const { id: dependencyId, audience, systemId } = dependency;
  return { fields: { ...waiver, audience, systemId, dependencyId }, problems: wrong.all() };
}

/** A waiver is ended today, while it holds. */
export function endWaiver(waiver: Waiver, today: Day): Ruled {
  const wrong = new Problems();
  const isEnded = waiver.ended.status === "KNOWN";
  wrong.when(!holds(waiver, today), "NOT_ALLOWED_NOW", `This waiver ${isEnded ? `was ended already: ${waiver.ended.text}` : `has run out already: it held until ${waiver.until.text}`}. There is nothing to end.`, ["id"]);
  return { fields: { ended: today }, problems: wrong.all() };
}

function given(sent: FieldValues, columns: readonly string[]): string[] {
  return columns.filter((column) => sent[column] !== null && sent[column] !== undefined);
}

/** The ends that a dependency does not have are not unknown: there are none. */
function unused(sent: FieldValues): Readonly<Record<string, ValueStatus>> {
  const used = new Set([...given(sent, firsts), ...given(sent, waits)]);
  return Object.fromEntries([...firsts, ...waits].filter((column) => !used.has(column)).map((column) => [column, "NOT_APPLICABLE"]));
}
