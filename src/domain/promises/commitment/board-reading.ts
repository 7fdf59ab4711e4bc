import { boardReading } from "../../board-reading.ts";
import { commitmentEventKind, commitmentKind } from "./table.ts";

export const commitmentReadings = [
  boardReading(commitmentKind, { group: "PLEDGES", shows: ["organisationId", "groupId"], words: { organisationId: "by", groupId: "by", publishedInId: "can be read in" } }),
  boardReading(commitmentEventKind, { group: "PLEDGES", shows: ["kind", "date"], words: { kind: "what happened" }, partOf: ["commitmentId"] }),
];
