import { sql, type SQL } from "drizzle-orm";
import type { Day } from "../../../kernel/day.ts";
import { certaintyWithin, contains, isIn, within } from "../../../api/list/condition.ts";
import { weakest } from "../../../api/list/held-on.ts";
import { dayAsked } from "../../../api/moment/on-day.ts";
import type { Listing } from "../../../api/page.ts";
import { either, pointsAt, pointsTo } from "../../../api/list/related.ts";
import { partOfKnown } from "../../../ledger/known-date.ts";
import { ofSystem } from "../../foundation/place/store.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { ofOrganisation } from "../../partners/organisation/succession.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { ofProgrammeAt } from "../programme/store.ts";
import { programmes } from "../programme/table.ts";
import { ofTheme } from "../workstream/store.ts";
import { workstreams } from "../workstream/table.ts";
import type { MilestoneFilter } from "./inputs.ts";
import { milestones } from "./table.ts";
import { countOfAll } from "./turns.ts";

const due = { earliest: milestones.dueEarliest, latest: milestones.dueLatest };
const actual = { earliest: milestones.actualEarliest, latest: milestones.actualLatest };

/** Where each milestone stands on a day: `timing` of the rules, in SQL. */
export function timingOn(on: Day): SQL {
  const { status, dueEarliest, dueLatest, actualEarliest, actualLatest, firstBaselineEarliest, firstBaselineLatest, saidNotDoneOn } = milestones;
  return sql`(case
    when ${status} = 'CANCELLED' then 'CANCELLED'
    when ${status} = 'MET' then case
      when ${actualLatest} <= ${firstBaselineEarliest} then 'MET_ON_TIME'
      when ${actualEarliest} > ${firstBaselineLatest} then 'MET_LATE'
      else 'MET_TIMING_UNCERTAIN' end
    when ${dueEarliest} is null and ${dueLatest} is null then 'UNDATED'
    when ${dueEarliest} > ${on} then 'UPCOMING'
    when ${dueLatest} is null or ${dueLatest} >= ${on} then 'IN_WINDOW'
    when ${status} in ('NOT_MET', 'PARTIALLY_MET') or (${saidNotDoneOn} > ${dueLatest} and ${saidNotDoneOn} <= ${on}) then 'OVERDUE'
    else 'PAST_DUE_NOT_REPORTED' end)`;
}

const duePrecision = partOfKnown(sql`${milestones.forecast}`, sql`${milestones.baseline}`, "precision");

export const milestoneListing: Listing<typeof milestones, MilestoneFilter> = {
  table: milestones,
  orders: {
    DUE: { by: milestones.dueOrder },
    TITLE: { by: sql`${milestones.title} collate nocase` },
  },
  where: (filter, context) => [
    ofProgrammeAt(context, milestones.programmeId, filter.place),
    ofSystem(context, milestones, filter.system),
    pointsTo(context, milestones.programmeId, programmes, filter.programme),
    pointsTo(context, milestones.workstreamId, workstreams, filter.workstream),
    ofTheme(context, milestones.workstreamId, filter.theme),
    either(
      ofOrganisation(context, milestones.ownerOrganisationId, filter.organisation, filter),
      pointsAt(context, milestones.programmeId, programmes, ofOrganisation(context, programmes.hostId, filter.organisation, filter)),
    ),
    pointsTo(context, milestones.ownerHealthIntegrationTeamId, healthIntegrationTeams, filter.ownerHealthIntegrationTeam),
    ofOrganisation(context, milestones.ownerOrganisationId, filter.ownerOrganisation, filter),
    pointsAt(context, milestones.ownerOrganisationId, organisations, isIn(organisations.sector, filter.sector)),
    isIn(milestones.type, filter.type),
    isIn(milestones.status, filter.status),
    filter.timing ? isIn(timingOn(dayAsked(context, filter.on)), filter.timing) : undefined,
    within(due, filter.due),
    within(actual, filter.actual),
    isIn(duePrecision, filter.duePrecision),
    contains(milestones.title, filter.titleContains),
  ],
  total: countOfAll,
  certainty: (filter) =>
    weakest(filter.due ? certaintyWithin(due, filter.due) : undefined, filter.actual ? certaintyWithin(actual, filter.actual) : undefined),
};
