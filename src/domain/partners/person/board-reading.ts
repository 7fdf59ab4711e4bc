import { boardReading } from "../../board-reading.ts";
import { personKind, personRoleKind } from "./table.ts";

export const personReadings = [
  boardReading(personKind, { group: "OTHER" }),
  boardReading(personRoleKind, { group: "OTHER", noun: "role", called: (row) => [{ of: row.personId }, ": ", row.title ?? "role"], shows: ["capacity", "organisationId"], words: { organisationId: "at" }, partOf: ["personId"] }),
];
