import { boardReading } from "../../board-reading.ts";
import { personKind, personRoleKind } from "./table.ts";

export const personReadings = [
  boardReading(personKind, { group: "OTHER" }),
  boardReading(personRoleKind, { group: "OTHER", shows: ["capacity", "organisationId"], words: { organisationId: "at" }, partOf: ["personId"] }),
];
