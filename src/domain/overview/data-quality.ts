import { and } from "drizzle-orm";
import type { Context } from "../../api/context.ts";
import { grouped } from "../../kernel/grouped.ts";
import { milestoneListing } from "../delivery/milestone/store.ts";
import { milestones, milestoneKind } from "../delivery/milestone/table.ts";
import { figureOf, rowsOf, type Figure } from "./figure.ts";
import { checkOf, cited, findings, small, type Check, type Finding, type Kinds } from "./findings.ts";
import { withFreshness } from "./freshness.ts";
import { claimedIn, conflictingIn, impreciseIn, openIn, uncitedIn, unknownIn } from "./quality-tests.ts";
import { inScope, type Overview } from "./scope.ts";
import { subjectsOf } from "./subjects.ts";

/** A figure over records of all kinds, and one for each kind that is in it. */
export interface QualityFigure extends Figure<Finding> {
  readonly byType: readonly (Figure<Finding> & { readonly type: string })[];
}

/** What can be asked of the quality of what is recorded. */
export interface DataQuality {
  readonly unknown: QualityFigure;
  readonly imprecise: QualityFigure;
  readonly claimed: QualityFigure;
  readonly conflicting: QualityFigure;
  readonly open: QualityFigure;
  readonly stale: Promise<QualityFigure>;
  readonly uncited: QualityFigure;
}

export interface Checks {
  readonly unknown: Check;
  readonly imprecise: Check;
  readonly claimed: Check;
  readonly conflicting: Check;
  readonly open: Check;
  readonly uncited: Check;
}

/** What is looked for in the records of all these kinds: written once. */
export function checksOf(kinds: Kinds): Checks {
  return {
    unknown: checkOf(kinds, unknownIn),
    imprecise: checkOf(kinds, impreciseIn),
    claimed: checkOf(kinds, claimedIn),
    conflicting: checkOf(kinds, conflictingIn),
    open: checkOf(kinds, openIn),
    uncited: checkOf(kinds, uncitedIn),
  };
}

/** Each figure is worked out only when it is asked for. */
export function dataQuality(context: Context, checks: Checks, overview: Overview): DataQuality {
  return {
    get unknown() {
      return qualityFigure(findings(context, checks.unknown, overview));
    },
    get imprecise() {
      return qualityFigure(findings(context, checks.imprecise, overview, small(context)));
    },
    get claimed() {
      return qualityFigure(findings(context, checks.claimed, overview));
    },
    get conflicting() {
      return qualityFigure(findings(context, checks.conflicting, overview));
    },
    get open() {
      return qualityFigure(findings(context, checks.open, overview));
    },
    get stale() {
      return stale(context, overview).then(qualityFigure);
    },
    get uncited() {
      return qualityFigure(findings(context, checks.uncited, overview, cited(context)));
    },
  };
}

/** What should have been reported by the day and was not: reports that are overdue, and milestones of which nobody has said how they stand. */
async function stale(context: Context, overview: Overview): Promise<Finding[]> {
  const { programmes, workstreams, healthIntegrationTeams } = await subjectsOf(context, overview);
  const groups = [["Programme", programmes], ["Workstream", workstreams], ["HealthIntegrationTeam", healthIntegrationTeams]] as const;
  const overdue = await Promise.all(
    groups.map(async ([type, subjects]) => (await withFreshness(subjects)).filter(({ freshness }) => freshness.status === "OVERDUE").map(({ id }) => ({ id, type, fields: [] }))),
  );
  const silent = and(inScope(context, milestones, overview), ...milestoneListing.where({ timing: ["PAST_DUE_NOT_REPORTED"], on: overview.on }, context));
  const past = rowsOf(context, { listing: milestoneListing, orderBy: "DUE", within: silent }).map(({ id }) => ({ id, type: milestoneKind.type, fields: ["status"] }));
  return [...overdue.flat(), ...past];
}

/** Counted once, and listed by the same rows: the types in the order of their names. */
function qualityFigure(found: readonly Finding[]): QualityFigure {
  const byType = [...grouped(found, ({ type }) => type)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    ...figureOf(found, ({ type }) => type),
    byType: byType.map(([type, ofType]) => ({ type, ...figureOf(ofType, () => "") })),
  };
}
