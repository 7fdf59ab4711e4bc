import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { partOfKnown } from "../../../ledger/known-date.ts";
import { day, identity, oneOf, partialDate, reference, wordList, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { programmes } from "../programme/table.ts";
import { workstreams } from "../workstream/table.ts";

export const milestoneTypes = ["DECISION", "LAUNCH", "APPOINTMENT", "PROCUREMENT", "EVENT", "PUBLICATION", "EVALUATION", "DELIVERABLE"] as const;

export const milestoneStatuses = ["SCHEDULED", "MET", "PARTIALLY_MET", "NOT_MET", "CANCELLED", "NOT_REPORTED"] as const;

/** Whether a milestone of several parts is met by all of them or by any one. */
export const partRules = ["ALL", "ANY"] as const;

/** Due is the forecast, else the baseline. */
const partOfDue = (part: "earliest" | "latest") => partOfKnown(sql`"forecast"`, sql`"baseline"`, part);

/**
 * Of a statement that names a column which SQLite works out it takes for granted that it reads all the others too, and that no index has them all; where an
 * index has an expression, it looks. This one is always 0.
 */
const LOOK = sql`("dueOrder" is null)`;

export const milestones = sqliteTable(
  "milestones",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    type: oneOf(milestoneTypes).notNull(),
    status: oneOf(milestoneStatuses).notNull(),
    /** The first date that was committed to; stays when the baseline is set anew. */
    firstBaseline: partialDate(),
    baseline: partialDate(),
    forecast: partialDate(),
    actual: partialDate(),
    /**
     * The last day on which an act or a published report said that it is not done: whoever misses, reopens or reforecasts it, or
     * says no more than that, says so. Only what was said after its window makes it OVERDUE.
     */
    saidNotDoneOn: day(),
    parts: wordList(),
    metBy: oneOf(partRules),
    programmeId: reference(() => programmes.id).notNull(),
    workstreamId: reference(() => workstreams.id),
    ownerOrganisationId: reference(() => organisations.id),
    ownerHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    // Stored: lists, what is kept of milestones and six indexes look at these, and each would take the dates apart again.
    dueEarliest: text().generatedAlwaysAs(partOfDue("earliest"), { mode: "stored" }),
    dueLatest: text().generatedAlwaysAs(partOfDue("latest"), { mode: "stored" }),
    /** When it is due, to sort by: what has no date comes last. */
    dueOrder: text().generatedAlwaysAs(sql`coalesce("dueEarliest", "dueLatest", '9999-12-31')`, { mode: "stored" }),
    firstBaselineEarliest: text().generatedAlwaysAs(sql`json_extract("firstBaseline", '$.earliest')`, { mode: "stored" }),
    firstBaselineLatest: text().generatedAlwaysAs(sql`json_extract("firstBaseline", '$.latest')`, { mode: "stored" }),
    actualEarliest: text().generatedAlwaysAs(sql`json_extract("actual", '$.earliest')`, { mode: "stored" }),
    actualLatest: text().generatedAlwaysAs(sql`json_extract("actual", '$.latest')`, { mode: "stored" }),
  },
  (milestone) => [
    // A page of what belongs to a record, or of all there is, is walked in its order, however many there are. Those that boards and lists ask for all day have all that
    // it takes to walk them, so that no record is looked into.
    index("milestones_by_programme").on(milestone.programmeId, milestone.dueOrder, milestone.id),
    index("milestones_by_workstream").on(milestone.workstreamId, milestone.dueOrder, milestone.id, milestone.audience, milestone.systemId, milestone.dueEarliest, milestone.dueLatest, LOOK),
    index("milestones_by_owner_organisation").on(milestone.ownerOrganisationId, milestone.dueOrder, milestone.id),
    index("milestones_by_owner_health_integration_team").on(milestone.ownerHealthIntegrationTeamId, milestone.dueOrder, milestone.id),
    index("milestones_by_order").on(milestone.dueOrder, milestone.id, milestone.audience, milestone.systemId, milestone.dueEarliest, milestone.dueLatest, LOOK),
    index("milestones_by_due").on(milestone.dueEarliest, milestone.id),
    index("milestones_by_status").on(milestone.status),
  ],
);

export const milestoneKind = recordKind("Milestone", "ms", milestones, {
  whole: true,
  names: [milestones.title],
  // The lead of the HIT that answers for it says how it stands.
  partOf: [milestones.workstreamId, milestones.programmeId, milestones.ownerHealthIntegrationTeamId],
  choices: [{ among: [milestones.ownerOrganisationId, milestones.ownerHealthIntegrationTeamId], unsaid: null }],
});
