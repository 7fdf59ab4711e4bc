import { index, sqliteTable, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";

export const organisationKinds = [
  "INTEGRATED_CARE_SYSTEM", "INTEGRATED_CARE_BOARD", "NHS_TRUST", "NHS_BODY", "COUNCIL", "COMBINED_AUTHORITY",
  "POLICE_FORCE", "POLICE_AND_CRIME_COMMISSIONER", "UNIVERSITY", "CHARITY", "HOUSING_ASSOCIATION", "COMPANY",
  "COMMUNITY_GROUP", "NETWORK", "DEPARTMENT", "SERVICE", "TEAM",
] as const;

export const sectors = ["NHS", "LOCAL_GOVERNMENT", "POLICE_AND_JUSTICE", "VCSE", "EDUCATION", "HOUSING", "RESEARCH", "PARTNERSHIP"] as const;

export const organisationStatuses = ["ACTIVE", "DISSOLVED", "NOT_REPORTED"] as const;

export const nameKinds = ["FORMER", "ALIAS", "ABBREVIATION", "AS_WRITTEN"] as const;

export const bases = ["STATED", "INFERRED"] as const;

export const identifierSchemes = ["GB_NHS", "GB_CHC", "GB_COH", "GB_MPR", "GB_LAE", "GB_UKPRN", "GSS"] as const;

export const organisations = sqliteTable(
  "organisations",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    kind: oneOf(organisationKinds),
    sector: oneOf(sectors),
    status: oneOf(organisationStatuses).notNull(),
    since: partialDate(),
    until: partialDate(),
    placeId: reference(() => places.id),
    /** A team, service or department is a unit of its parent. */
    parentId: reference((): AnySQLiteColumn => organisations.id),
  },
  (organisation) => [
    index("organisations_by_name").on(sql`name collate nocase`),
    index("organisations_by_parent").on(organisation.parentId),
    index("organisations_by_place").on(organisation.placeId),
  ],
);

export const organisationNames = sqliteTable(
  "organisation_names",
  {
    ...identity,
    ...belonging,
    organisationId: reference(() => organisations.id).notNull(),
    name: words().notNull(),
    kind: oneOf(nameKinds).notNull(),
    basis: oneOf(bases).notNull(),
    since: partialDate(),
    until: partialDate(),
  },
  (name) => [index("organisation_names_by_organisation").on(name.organisationId), index("organisation_names_by_name").on(sql`name collate nocase`)],
);

export const organisationIdentifiers = sqliteTable(
  "organisation_identifiers",
  {
    ...identity,
    ...belonging,
    organisationId: reference(() => organisations.id).notNull(),
    scheme: oneOf(identifierSchemes).notNull(),
    value: words().notNull(),
    since: partialDate(),
    until: partialDate(),
    /** When somebody last compared it with the register itself. */
    verified: partialDate(),
  },
  (identifier) => [
    index("organisation_identifiers_by_organisation").on(identifier.organisationId),
    index("organisation_identifiers_by_value").on(identifier.scheme, identifier.value),
  ],
);

export const successions = sqliteTable(
  "successions",
  {
    ...identity,
    ...belonging,
    predecessorId: reference(() => organisations.id).notNull(),
    successorId: reference(() => organisations.id).notNull(),
    /** The first day of the successor. */
    effective: partialDate(),
  },
  (succession) => [index("successions_by_predecessor").on(succession.predecessorId), index("successions_by_successor").on(succession.successorId)],
);

export const organisationKind = recordKind("Organisation", "or", organisations, { names: [organisations.name] });
export const organisationNameKind = recordKind("OrganisationName", "on", organisationNames, {
  spoken: "name", called: (row) => [{ of: row.organisationId }, ": also called ", row.name],
  names: [organisationNames.name], leadsTo: organisationNames.organisationId, partOf: [organisationNames.organisationId],
});
export const organisationIdentifierKind = recordKind("OrganisationIdentifier", "oi", organisationIdentifiers, {
  spoken: "identifier", called: (row) => [{ of: row.organisationId }, ": identifier"],
  identifier: [organisationIdentifiers.scheme, organisationIdentifiers.value], leadsTo: organisationIdentifiers.organisationId, partOf: [organisationIdentifiers.organisationId],
});
export const successionKind = recordKind("Succession", "su", successions, {
  called: (row) => [{ of: row.successorId }, " takes the place of ", { of: row.predecessorId }],
  partOf: [successions.predecessorId],
});
