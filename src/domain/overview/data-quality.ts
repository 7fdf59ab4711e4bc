import { and, type SQL } from "drizzle-orm";
import type { Context } from "../../api/context.ts";
import { pageOf } from "../../api/page.ts";
import { atFirstUse } from "../../kernel/at-first-use.ts";
import { grouped } from "../../kernel/grouped.ts";
import { milestoneListing } from "../delivery/milestone/store.ts";
import { milestones, milestoneKind } from "../delivery/milestone/table.ts";
import { countsByTiming } from "../delivery/milestone/turns.ts";
import { rowsOf, type Figure } from "./figure.ts";
import { checkOf, cited, countsOf, findings, lessCited, small, type Check, type Finding, type Kinds } from "./findings.ts";
import { withFreshness } from "./freshness.ts";
import { claimedIn, conflictingIn, impreciseIn, openIn, uncitedIn, unknownIn } from "./quality-tests.ts";
import { keptOf, NUMEROUS, type LookedFor } from "./kept-findings.ts";
import { inScope, isNarrow, type Overview } from "./scope.ts";
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
  readonly unknown: () => Check;
  readonly imprecise: () => Check;
  readonly claimed: () => Check;
  readonly conflicting: () => Check;
  readonly open: () => Check;
  readonly uncited: () => Check;
}

/** What is looked for in the records of all these kinds: each written once, when it is first looked for. */
export function checksOf(kinds: Kinds): Checks {
  return {
    unknown: atFirstUse(() => checkOf(kinds, unknownIn)),
    imprecise: atFirstUse(() => checkOf(kinds, impreciseIn)),
    claimed: atFirstUse(() => checkOf(kinds, claimedIn)),
    conflicting: atFirstUse(() => checkOf(kinds, conflictingIn)),
    open: atFirstUse(() => checkOf(kinds, openIn)),
    uncited: atFirstUse(() => checkOf(kinds, uncitedIn)),
  };
}

/** Each figure is worked out only when it is asked for, and so are the records behind it. */
export class OverviewOfDataQuality implements DataQuality {
  private readonly context: Context;
  private readonly checks: Checks;
  private readonly overview: Overview;

  constructor(context: Context, checks: Checks, overview: Overview) {
    this.context = context;
    this.checks = checks;
    this.overview = overview;
  }

  get unknown(): QualityFigure {
    return this.figure(this.checks.unknown(), this.kept("UNKNOWN"));
  }

  get imprecise(): QualityFigure {
    return this.figure(this.checks.imprecise(), this.kept("IMPRECISE"), small(this.context));
  }

  get claimed(): QualityFigure {
    return this.figure(this.checks.claimed(), this.kept("CLAIMED"));
  }

  get conflicting(): QualityFigure {
    return this.figure(this.checks.conflicting(), this.kept("CONFLICTING"));
  }

  get open(): QualityFigure {
    return this.figure(this.checks.open(), null);
  }

  get stale(): Promise<QualityFigure> {
    return stale(this.context, this.overview);
  }

  get uncited(): QualityFigure {
    // Those of which there are many are those that there are without those that a source was cited for, which are looked up one by one.
    return this.figure(this.checks.uncited(), [...this.kept("EVERY"), ...lessCited(this.context, NUMEROUS, this.overview)], cited(this.context));
  }

  private figure(check: Check, told: readonly SQL[] | null, ...needs: readonly SQL[]): QualityFigure {
    const { context, overview } = this;
    const found = (): Finding[] => findings(context, check, overview, ...needs);
    return told === null || isNarrow(overview) ? figureOfFound(found) : figureOfCounts(countsOf(context, fewIn(check), overview, told, ...needs), found);
  }

  private kept(found: LookedFor): SQL[] {
    return [keptOf(this.context, found, this.overview.system)];
  }
}

/** What should have been reported by the day and was not: reports that are overdue, and milestones of which nobody has said how they stand. */
async function stale(context: Context, overview: Overview): Promise<QualityFigure> {
  const { on, system } = overview;
  const { programmes, workstreams, healthIntegrationTeams } = await subjectsOf(context, overview);
  const groups = [["Programme", programmes], ["Workstream", workstreams], ["HealthIntegrationTeam", healthIntegrationTeams]] as const;
  const overdue = await Promise.all(
    groups.map(async ([type, subjects]) => (await withFreshness(subjects)).filter(({ freshness }) => freshness.status === "OVERDUE").map(({ id }) => ({ id, type, fields: [] }))),
  );
  const silent = (): Finding[] => {
    const within = and(inScope(context, milestones, overview), ...milestoneListing.where({ timing: ["PAST_DUE_NOT_REPORTED"], on }, context));
    return rowsOf(context, { listing: milestoneListing, orderBy: "DUE", within }).map(({ id }) => ({ id, type: milestoneKind.type, fields: ["status"] }));
  };
  const found = (): Finding[] => [...overdue.flat(), ...silent()];
  if (isNarrow(overview)) return figureOfFound(found);
  return figureOfCounts(new Map([...countsIn(overdue.flat()), [milestoneKind.type, countsByTiming(context, system, on).PAST_DUE_NOT_REPORTED]]), found);
}

function figureOfFound(found: () => readonly Finding[]): QualityFigure {
  const all = found();
  return figureOfCounts(countsIn(all), () => all);
}

/** Counted, and listed by rows that are looked for once somebody asks for them: the types in the order of their names. */
function figureOfCounts(counts: ReadonlyMap<string, number>, look: () => readonly Finding[]): QualityFigure {
  let looked: readonly Finding[] | undefined;
  const found = (): readonly Finding[] => (looked ??= look());
  const types = [...counts].filter(([, count]) => count > 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    count: types.reduce((sum, [, count]) => sum + count, 0),
    page: (request) => pageOf(found(), ({ type }) => type, request),
    byType: types.map(([type, count]) => ({ type, count, page: (request) => pageOf(found().filter((finding) => finding.type === type), () => "", request) })),
  };
}

function countsIn(found: readonly Finding[]): ReadonlyMap<string, number> {
  return new Map([...grouped(found, ({ type }) => type)].map(([type, ofType]) => [type, ofType.length]));
}

const few = new WeakMap<Check, Check>();

/** What a check looks for in the kinds of which nothing is kept. */
function fewIn(check: Check): Check {
  const known = few.get(check) ?? { ...check, kinds: check.kinds.filter(({ table }) => !NUMEROUS.includes(table)) };
  few.set(check, known);
  return known;
}
