import { organisationListing } from "../../../domain/partners/organisation/store.ts";
import { organisationIdentifierKind, organisationKind, organisationNameKind, successionKind } from "../../../domain/partners/organisation/table.ts";
import { recordTable } from "../record-table.ts";

export const organisations = recordTable({
  name: "organisations",
  kind: organisationKind,
  list: { filter: "OrganisationFilter", listing: organisationListing },
  fields: ["name", "orgId", "kind", "sector", "status", "since", "until", "place", "parent"],
});

export const organisationNames = recordTable({
  name: "organisation_names",
  kind: organisationNameKind,
  fields: ["organisation", "name", "kind", "basis", "since", "until"],
});

export const identifiers = recordTable({
  name: "identifiers",
  kind: organisationIdentifierKind,
  fields: ["organisation", "scheme", "value", "orgId", "since", "until", "verified"],
});

export const successions = recordTable({
  name: "successions",
  kind: successionKind,
  fields: ["predecessor", "successor", "effective"],
});
