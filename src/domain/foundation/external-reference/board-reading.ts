import { boardReading } from "../../board-reading.ts";
import { externalReferenceKind } from "./table.ts";

export const externalReferenceReadings = [boardReading(externalReferenceKind, { group: "OTHER", shows: ["list", "reference"] })];
