import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { membershipListing } from "./store.ts";
import { membershipKind, membershipUnitKind } from "./table.ts";

export const membershipFlatTables: readonly FlatTable[] = [
  {
    name: "memberships",
    kind: membershipKind,
    list: { filter: "MembershipFilter", listing: membershipListing },
    fields: [
      "memberKind", "capacity", "group", "healthIntegrationTeam", "organisation", "person", "constituency", "constituencyKind", "since", "until",
    ],
  },
  {
    name: "membership_units",
    kind: membershipUnitKind,
    fields: ["membership", "membership.organisation", "membership.group", "membership.healthIntegrationTeam", "organisation"],
  },
];
