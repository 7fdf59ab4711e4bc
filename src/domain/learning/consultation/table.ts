import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wholeNumber, wordList, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { groups } from "../../partners/group/table.ts";
import { constituencyKinds } from "../../partners/membership/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { outputs } from "../output/table.ts";

export const consultationStatuses = ["PLANNED", "RUNNING", "FINISHED", "NOT_REPORTED"] as const;

export const consultations = sqliteTable(
  "consultations",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    status: oneOf(consultationStatuses).notNull(),
    /** How people were asked. */
    methods: wordList(),
    /** What it shaped, or is to shape. */
    shaped: words(),
    period: partialDate(),
    programmeId: reference(() => programmes.id),
    /** The output that it shaped. */
    outputId: reference(() => outputs.id),
    periodLatest: text().generatedAlwaysAs(sql`json_extract("period", '$.latest')`, { mode: "virtual" }),
  },
  (consultation) => [index("consultations_by_programme").on(consultation.programmeId), index("consultations_by_output").on(consultation.outputId)],
);

/** Who was asked: exactly one of organisation (a service is one), HIT, group, person, constituency and description. */
export const consultees = sqliteTable(
  "consultees",
  {
    ...identity,
    ...belonging,
    consultationId: reference(() => consultations.id).notNull(),
    /** Its place in the list, where there is one. */
    position: wholeNumber(),
    organisationId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    groupId: reference(() => groups.id),
    personId: reference(() => people.id),
    /** A sector, community or "people with lived experience": not an organisation, never counted as one. */
    constituency: words(),
    constituencyKind: oneOf(constituencyKinds),
    /** Who it is where a source describes but does not name them. */
    description: words(),
    /** The person through whom a body took part. */
    contactId: reference(() => people.id),
  },
  (consultee) => [
    index("consultees_by_consultation").on(consultee.consultationId, consultee.position),
    index("consultees_by_organisation").on(consultee.organisationId),
    index("consultees_by_health_integration_team").on(consultee.healthIntegrationTeamId),
    index("consultees_by_group").on(consultee.groupId),
    index("consultees_by_person").on(consultee.personId),
    index("consultees_by_contact").on(consultee.contactId),
  ],
);

export const consultationKind = recordKind("Consultation", "cn", consultations, { names: [consultations.title], partOf: [consultations.programmeId, consultations.outputId] });
export const consulteeKind = recordKind("Consultee", "ce", consultees, {
  partOf: [consultees.consultationId],
  choices: [{
    among: [consultees.organisationId, consultees.healthIntegrationTeamId, consultees.groupId, consultees.personId, consultees.constituency, consultees.description],
    unsaid: "Say who was asked: an organisation, a HIT, a group, a person or a constituency; or describe them where nobody names them.",
  }],
});
