import { boardReading } from "../../board-reading.ts";
import { membershipKind, membershipUnitKind } from "./table.ts";

export const membershipReadings = [
  boardReading(membershipKind, { shows: ["capacity", "since", "until"], partOf: ["healthIntegrationTeamId", "groupId"] }),
  boardReading(membershipUnitKind, { group: "OTHER", partOf: ["membershipId"] }),
];
