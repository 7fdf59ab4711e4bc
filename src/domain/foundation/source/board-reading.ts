import { boardReading } from "../../board-reading.ts";
import { sourceKind } from "./table.ts";

export const sourceReadings = [boardReading(sourceKind, { group: "OTHER", shows: ["kind", "published"] })];
