import type { Context } from "../../api/context.ts";
import { freshnesses } from "../delivery/status-report/rules.ts";
import type { FreshnessRow } from "../delivery/status-report/freshness.ts";
import { figureOf, type Figure } from "./figure.ts";
import type { Overview } from "./scope.ts";
import { programmesIn, teamsIn, workstreamsIn, type Subject } from "./subjects.ts";

/** Something with the state of reporting on it on the day. */
export interface RecordFreshness {
  readonly id: string;
  readonly record: Subject["record"];
  readonly freshness: FreshnessRow;
}

export interface FreshnessFigure extends Figure<RecordFreshness> {
  readonly status: FreshnessRow["status"];
}

export interface FreshnessOverview {
  readonly programmes: Promise<FreshnessFigure[]>;
  readonly workstreams: Promise<FreshnessFigure[]>;
  readonly healthIntegrationTeams: Promise<FreshnessFigure[]>;
}

/** Each of the three is worked out only when it is asked for. */
export class OverviewOfFreshness implements FreshnessOverview {
  private readonly context: Context;
  private readonly overview: Overview;

  constructor(context: Context, overview: Overview) {
    this.context = context;
    this.overview = overview;
  }

  get programmes(): Promise<FreshnessFigure[]> {
    return freshnessFigures(programmesIn(this.context, this.overview));
  }

  get workstreams(): Promise<FreshnessFigure[]> {
    return workstreamsIn(this.context, this.overview).then(freshnessFigures);
  }

  get healthIntegrationTeams(): Promise<FreshnessFigure[]> {
    return freshnessFigures(teamsIn(this.context, this.overview));
  }
}

export async function withFreshness(subjects: readonly Subject[]): Promise<RecordFreshness[]> {
  return Promise.all(subjects.map(async ({ id, record, freshness }) => ({ id, record, freshness: await freshness() })));
}

/** A figure for each state of reporting, also where it is zero. */
async function freshnessFigures(subjects: readonly Subject[]): Promise<FreshnessFigure[]> {
  const all = await withFreshness(subjects);
  return freshnesses.map((status) => ({ status, ...figureOf(all.filter(({ freshness }) => freshness.status === status), ({ record }) => record.name.toLowerCase()) }));
}
