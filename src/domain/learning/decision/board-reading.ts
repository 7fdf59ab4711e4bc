import { boardReading } from "../../board-reading.ts";
import { decisionKind } from "./table.ts";

export const decisionReadings = [boardReading(decisionKind, { group: "DECISIONS", shows: ["kind", "decided", "groupId", "reference"], words: { groupId: "by", kind: "decision" } })];
