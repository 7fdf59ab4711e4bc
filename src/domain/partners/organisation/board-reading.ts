import { boardReading } from "../../board-reading.ts";
import { organisationIdentifierKind, organisationKind, organisationNameKind, successionKind } from "./table.ts";

export const organisationReadings = [
  boardReading(organisationKind, { shows: ["kind"] }),
  boardReading(organisationNameKind, { group: "OTHER", noun: "name", called: (row) => [{ of: row.organisationId }, ": also called ", row.name], shows: ["kind"], partOf: ["organisationId"] }),
  boardReading(organisationIdentifierKind, { group: "OTHER", noun: "identifier", called: (row) => [{ of: row.organisationId }, ": identifier"], shows: ["scheme", "value"], partOf: ["organisationId"] }),
  boardReading(successionKind, { called: (row) => [{ of: row.successorId }, " takes the place of ", { of: row.predecessorId }], shows: ["effective"], words: { effective: "from" } }),
];
