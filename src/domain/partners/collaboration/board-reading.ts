import { boardReading } from "../../board-reading.ts";
import { collaborationKind, collaborationPartyKind } from "./table.ts";

export const collaborationReadings = [
  boardReading(collaborationKind, { shows: ["status", "since", "until"] }),
  boardReading(collaborationPartyKind, { partOf: ["collaborationId"] }),
];
