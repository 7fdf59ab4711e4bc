import { boardReading } from "../../board-reading.ts";
import { organisationIdentifierKind, organisationKind, organisationNameKind, successionKind } from "./table.ts";

export const organisationReadings = [
  boardReading(organisationKind, { shows: ["kind"] }),
  boardReading(organisationNameKind, { group: "OTHER", shows: ["kind"], partOf: ["organisationId"] }),
  boardReading(organisationIdentifierKind, { group: "OTHER", shows: ["scheme", "value"], partOf: ["organisationId"] }),
  boardReading(successionKind, { shows: ["effective"], words: { effective: "from" } }),
];
