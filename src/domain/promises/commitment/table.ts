import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { outputs } from "../../learning/output/table.ts";

export const commitmentEventKinds = ["MADE", "SECURED", "PUBLISHED", "RENEWED", "WITHDRAWN"] as const;

/** What an organisation or a group has bound itself to. */
export const commitments = sqliteTable(
  "commitments",
  {
    ...identity,
    ...belonging,
    statement: words().notNull(),
    organisationId: reference(() => organisations.id),
    groupId: reference(() => groups.id),
    /** Where it holds; and who made it, where a source names no body. */
    placeId: reference(() => places.id),
    securedByHealthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    securedByOrganisationId: reference(() => organisations.id),
    /** The output in which it can be read. */
    publishedInId: reference(() => outputs.id),
    /** The strategy that it is a part of. */
    partOfId: reference(() => outputs.id),
    programmeId: reference(() => programmes.id),
  },
  (commitment) => [
    index("commitments_by_organisation").on(commitment.organisationId),
    index("commitments_by_group").on(commitment.groupId),
    index("commitments_by_place").on(commitment.placeId),
    index("commitments_by_secured_by_health_integration_team").on(commitment.securedByHealthIntegrationTeamId),
    index("commitments_by_secured_by_organisation").on(commitment.securedByOrganisationId),
    index("commitments_by_published_in").on(commitment.publishedInId),
    index("commitments_by_part_of").on(commitment.partOfId),
    index("commitments_by_programme").on(commitment.programmeId),
  ],
);

export const commitmentEvents = sqliteTable(
  "commitment_events",
  {
    ...identity,
    ...belonging,
    commitmentId: reference(() => commitments.id).notNull(),
    kind: oneOf(commitmentEventKinds).notNull(),
    date: partialDate(),
    milestoneId: reference(() => milestones.id),
    dateEarliest: text().generatedAlwaysAs(sql`json_extract("date", '$.earliest')`, { mode: "virtual" }),
    dateLatest: text().generatedAlwaysAs(sql`json_extract("date", '$.latest')`, { mode: "virtual" }),
  },
  (event) => [index("commitment_events_by_commitment").on(event.commitmentId, event.dateEarliest), index("commitment_events_by_milestone").on(event.milestoneId)],
);

export const commitmentKind = recordKind("Commitment", "ct", commitments, {
  statements: [commitments.statement],
  partOf: [commitments.programmeId],
  choices: [
    { among: [commitments.organisationId, commitments.groupId], unsaid: null },
    { among: [commitments.securedByHealthIntegrationTeamId, commitments.securedByOrganisationId], unsaid: null },
  ],
});
export const commitmentEventKind = recordKind("CommitmentEvent", "cv", commitmentEvents, {
  spoken: "event", called: ({ commitmentId }) => [{ of: commitmentId }],
  partOf: [commitmentEvents.commitmentId],
});
