import { and } from "drizzle-orm";
import type { Context } from "../../api/context.ts";
import type { RecordRow } from "../../api/record.ts";
import { pointedAtBy, pointsTo } from "../../api/list/related.ts";
import type { ValueStatus } from "../../kernel/value-status.ts";
import { programmeById } from "../delivery/programme/loaders.ts";
import { programmeListing } from "../delivery/programme/store.ts";
import { programmeGovernances, programmes } from "../delivery/programme/table.ts";
import { freshnessOfProgramme, freshnessOfTeam, freshnessOfWorkstream, type FreshnessRow } from "../delivery/status-report/freshness.ts";
import { ratingOf, type Rating } from "../delivery/status-report/standing.ts";
import { workstreamListing } from "../delivery/workstream/store.ts";
import { workstreams } from "../delivery/workstream/table.ts";
import { healthIntegrationTeamListing } from "../partners/health-integration-team/store.ts";
import { healthIntegrationTeams } from "../partners/health-integration-team/table.ts";
import { rowsOf } from "./figure.ts";
import { inScope, type Overview } from "./scope.ts";

/** Where something is, or why that is not known. */
export interface AtPlace {
  readonly placeId: string | null;
  readonly status: ValueStatus;
}

/** What is reported on and judged: a programme, a workstream or a HIT. */
export interface Subject {
  readonly id: string;
  readonly record: RecordRow & { readonly name: string };
  readonly at: AtPlace;
  readonly rating: () => Promise<Rating>;
  readonly freshness: () => Promise<FreshnessRow>;
}

export interface Subjects {
  readonly programmes: readonly Subject[];
  readonly workstreams: readonly Subject[];
  readonly healthIntegrationTeams: readonly Subject[];
}

/** All of them in the scope: a statement for each of the three kinds. */
export async function subjectsOf(context: Context, overview: Overview): Promise<Subjects> {
  return {
    programmes: programmesIn(context, overview),
    workstreams: await workstreamsIn(context, overview),
    healthIntegrationTeams: teamsIn(context, overview),
  };
}

export function programmesIn(context: Context, overview: Overview): Subject[] {
  const { on } = overview;
  return rowsOf(context, { listing: programmeListing, orderBy: "NAME", within: inScope(context, programmes, overview) }).map((record) => ({
    id: record.id,
    record,
    at: placeOf(record),
    rating: async () => ratingOf(context, "programme", record.id, on),
    freshness: async () => freshnessOfProgramme(context, record, on),
  }));
}

/** A workstream is where its programme is. */
export async function workstreamsIn(context: Context, overview: Overview): Promise<Subject[]> {
  const { on } = overview;
  const rows = rowsOf(context, { listing: workstreamListing, orderBy: "NAME", within: inScope(context, workstreams, overview) });
  const itsProgrammes = await Promise.all(rows.map(async ({ programmeId }) => programmeById(context, programmeId)));
  return rows.map((record, index) => ({
    id: record.id,
    record,
    at: placeOf(itsProgrammes[index] ?? null),
    rating: async () => ratingOf(context, "workstream", record.id, on),
    freshness: async () => freshnessOfWorkstream(context, record, on),
  }));
}

/** The HITs of a programme are those that govern it, in whatever capacity. */
export function teamsIn(context: Context, overview: Overview): Subject[] {
  const { on, programme } = overview;
  const { healthIntegrationTeamId, programmeId } = programmeGovernances;
  const within = and(
    inScope(context, healthIntegrationTeams, { ...overview, programme: null }),
    pointedAtBy(context, healthIntegrationTeams.id, programmeGovernances, healthIntegrationTeamId, pointsTo(context, programmeId, programmes, programme)),
  );
  return rowsOf(context, { listing: healthIntegrationTeamListing, orderBy: "NAME", within }).map((record) => ({
    id: record.id,
    record,
    at: placeOf(record),
    rating: async () => ratingOf(context, "healthIntegrationTeam", record.id, on),
    freshness: async () => freshnessOfTeam(context, record, on),
  }));
}

function placeOf(record: Pick<RecordRow, "gaps"> & { readonly placeId: string | null } | null): AtPlace {
  if (record === null) return { placeId: null, status: "WITHHELD" };
  return record.placeId === null ? { placeId: null, status: record.gaps["placeId"] ?? "UNKNOWN" } : { placeId: record.placeId, status: "KNOWN" };
}
