import { boardReading } from "../../board-reading.ts";
import { placeKind } from "./table.ts";

export const placeReadings = [boardReading(placeKind, { group: "OTHER", shows: ["level"] })];
