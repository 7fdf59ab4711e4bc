import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { organisationListing } from "./store.ts";
import { organisationIdentifierKind, organisationKind, organisationNameKind, successionKind } from "./table.ts";

export const organisationFlatTables: readonly FlatTable[] = [
  {
    name: "organisations",
    kind: organisationKind,
    list: { filter: "OrganisationFilter", listing: organisationListing },
    fields: ["name", "orgId", "kind", "sector", "status", "since", "until", "place", "parent"],
  },
  {
    name: "organisation_names",
    kind: organisationNameKind,
    fields: ["organisation", "name", "kind", "basis", "since", "until"],
  },
  {
    name: "identifiers",
    kind: organisationIdentifierKind,
    fields: ["organisation", "scheme", "value", "orgId", "since", "until", "verified"],
  },
  {
    name: "successions",
    kind: successionKind,
    fields: ["predecessor", "successor", "effective"],
  },
];
