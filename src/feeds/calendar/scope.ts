import { sql, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { visible } from "../../api/access/audience.ts";
import { reading, type Context } from "../../api/context.ts";
import type { RecordTable } from "../../api/loaders.ts";
import { pointedAtBy, pointsTo } from "../../api/list/related.ts";
import { boardPackProgrammes, boardPacks } from "../../domain/delivery/board-pack/table.ts";
import { milestones } from "../../domain/delivery/milestone/table.ts";
import { programmeKind, programmeGovernances, programmes } from "../../domain/delivery/programme/table.ts";
import { workstreams } from "../../domain/delivery/workstream/table.ts";
import { eventParties, events } from "../../domain/learning/event/table.ts";
import { groupKind, groups } from "../../domain/partners/group/table.ts";
import { healthIntegrationTeamKind, healthIntegrationTeams } from "../../domain/partners/health-integration-team/table.ts";
import { organisationKind, organisations } from "../../domain/partners/organisation/table.ts";
import { pledgeActions, pledgeSignatures, pledges } from "../../domain/promises/pledge/table.ts";
import { prefixOf } from "../../kernel/identity.ts";
import { tableStatement } from "../../ledger/graph.ts";
import { boardMeetings } from "./board-meetings.ts";
import type { DatedKind } from "./dated-kind.ts";
import { datedEvents } from "./events.ts";
import { datedMilestones } from "./milestones.ts";
import { datedActions } from "./pledge-actions.ts";
import type { Reporting } from "./reports-due.ts";

/** Records that belong to a calendar: those of a kind in which one of these ids stands in this column. */
export interface Part {
  readonly of: DatedKind;
  readonly column: AnySQLiteColumn;
  readonly ids: readonly string[];
}

/** What belongs to a calendar, as far as its viewer may see what leads there. */
export interface Scope {
  readonly name: string;
  readonly path: string;
  readonly parts: readonly Part[];
  readonly reporting: Reporting;
}

/** What belongs to the calendar of a record; null where it is not there, or not for this viewer. */
export function scopeOf(context: Context, aboutId: string): Scope | null {
  return scopes[prefixOf(aboutId)]?.(context, aboutId) ?? null;
}

const scopes: Readonly<Record<string, (context: Context, id: string) => Scope | null>> = {
  [programmeKind.prefix]: (context, id) => {
    const led = idsOf(context, workstreams, sql`${workstreams.programmeId} = ${id}`);
    const ofIt = idsOf(context, pledges, sql`${pledges.programmeId} = ${id}`);
    return named(context, programmes, programmes.name, "programmes", id, [
      part(datedMilestones, milestones.programmeId, [id]),
      part(datedEvents, events.programmeId, [id]),
      part(boardMeetings, boardPacks.id, idsOf(context, boardPacks, pointedAtBy(context, boardPacks.id, boardPackProgrammes, boardPackProgrammes.boardPackId, pointsTo(context, boardPackProgrammes.programmeId, programmes, id)))),
      part(datedActions, pledgeActions.signatureId, idsOf(context, pledgeSignatures, among(pledgeSignatures.pledgeId, ofIt))),
      part(datedActions, pledgeActions.workstreamId, led),
    ], { programme: [id], workstream: led });
  },

  [healthIntegrationTeamKind.prefix]: (context, id) => {
    const led = idsOf(context, workstreams, sql`${workstreams.leadHealthIntegrationTeamId} = ${id}`);
    const itsGroups = idsOf(context, groups, sql`${groups.healthIntegrationTeamId} = ${id}`);
    return named(context, healthIntegrationTeams, healthIntegrationTeams.name, "teams", id, [
      part(datedMilestones, milestones.ownerHealthIntegrationTeamId, [id]),
      part(datedMilestones, milestones.workstreamId, led),
      part(datedEvents, events.id, partIn(context, eventParties.healthIntegrationTeamId, id)),
      part(datedEvents, events.groupId, itsGroups),
      part(boardMeetings, boardPacks.groupId, itsGroups),
      part(datedActions, pledgeActions.workstreamId, led),
    ], { workstream: led, healthIntegrationTeam: [id] });
  },

  [organisationKind.prefix]: (context, id) => {
    const led = idsOf(context, workstreams, sql`${workstreams.leadOrganisationId} = ${id}`);
    return named(context, organisations, organisations.name, "organisations", id, [
      part(datedMilestones, milestones.ownerOrganisationId, [id]),
      part(datedMilestones, milestones.workstreamId, led),
      part(datedEvents, events.id, partIn(context, eventParties.organisationId, id)),
      part(datedActions, pledgeActions.signatureId, idsOf(context, pledgeSignatures, sql`${pledgeSignatures.organisationId} = ${id}`)),
      part(datedActions, pledgeActions.workstreamId, led),
    ], { workstream: led });
  },

  [groupKind.prefix]: (context, id) => {
    const governed = idsOf(context, programmes, pointedAtBy(context, programmes.id, programmeGovernances, programmeGovernances.programmeId, pointsTo(context, programmeGovernances.groupId, groups, id)));
    return named(context, groups, groups.name, "groups", id, [
      part(boardMeetings, boardPacks.groupId, [id]),
      part(datedMilestones, milestones.programmeId, governed),
      part(datedEvents, events.groupId, [id]),
      part(datedEvents, events.id, partIn(context, eventParties.groupId, id)),
      part(datedActions, pledgeActions.signatureId, idsOf(context, pledgeSignatures, sql`${pledgeSignatures.groupId} = ${id}`)),
    ], { programme: governed });
  },
};

// oxlint-disable-next-line max-params -- what a calendar is made of, in the order in which it is read
function named(context: Context, table: RecordTable, name: AnySQLiteColumn, pages: string, id: string, parts: readonly Part[], reporting: Partial<Reporting>): Scope | null {
  const found = tableStatement<{ name: string }>(table, sql`select ${name} as "name" from ${table} where ${table.id} = ${id} and ${visible(context.viewer, table)}`).first(reading(context));
  return found === undefined ? null : { name: found.name, path: `/${pages}/${id}`, parts, reporting: { programme: [], workstream: [], healthIntegrationTeam: [], ...reporting } };
}

function part<Table extends RecordTable>(of: DatedKind<Table>, column: AnySQLiteColumn, ids: readonly string[]): Part {
  // Whoever walks the parts hands each kind rows of its own table.
  return { of, column, ids };
}

/** The ids of the records of a table for which something holds, as far as the viewer may see them. */
export function idsOf(context: Context, table: RecordTable, holds: SQL | undefined): readonly string[] {
  return tableStatement<{ id: string }>(table, sql`select ${table.id} from ${table} where ${holds ?? sql`0`} and ${visible(context.viewer, table)}`).all(reading(context)).map(({ id }) => id);
}

/** The events in which somebody has a part. */
function partIn(context: Context, column: AnySQLiteColumn, id: string): readonly string[] {
  return idsOf(context, events, pointedAtBy(context, events.id, eventParties, eventParties.eventId, sql`${column} = ${id}`));
}

/** Holds where one of these ids stands in a column. */
export function among(column: AnySQLiteColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
