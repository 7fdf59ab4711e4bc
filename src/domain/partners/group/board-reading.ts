import { boardReading } from "../../board-reading.ts";
import { groupKind } from "./table.ts";

export const groupReadings = [boardReading(groupKind, { shows: ["kind", "status", "since"] })];
