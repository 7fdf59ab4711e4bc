import { boardReading } from "../../board-reading.ts";
import { membershipKind, membershipUnitKind } from "./table.ts";

export const membershipReadings = [
  boardReading(membershipKind, { noun: "member", called: (row) => [row.constituency ?? { of: row.organisationId ?? row.personId }], shows: ["capacity", "since", "until"], partOf: ["healthIntegrationTeamId", "groupId"] }),
  boardReading(membershipUnitKind, { group: "OTHER", noun: "unit", called: ({ organisationId }) => [{ of: organisationId }], partOf: ["membershipId"] }),
];
