import { membershipListing } from "../../../domain/partners/membership/store.ts";
import { membershipKind, membershipUnitKind } from "../../../domain/partners/membership/table.ts";
import { recordTable } from "../record-table.ts";

export const memberships = recordTable({
  name: "memberships",
  kind: membershipKind,
  list: { filter: "MembershipFilter", listing: membershipListing },
  fields: [
    "memberKind", "capacity", "group", "healthIntegrationTeam", "organisation", "person", "constituency", "constituencyKind", "since", "until",
  ],
});

export const membershipUnits = recordTable({
  name: "membership_units",
  kind: membershipUnitKind,
  fields: ["membership", "membership.organisation", "membership.group", "membership.healthIntegrationTeam", "organisation"],
});
