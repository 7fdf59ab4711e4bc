import { boardReading } from "../../board-reading.ts";
import { principleKind, principleSetKind } from "./table.ts";

export const principleSetReadings = [
  boardReading(principleSetKind, { shows: ["edition", "adopted"] }),
  boardReading(principleKind, { shows: ["kind"], partOf: ["principleSetId"] }),
];
