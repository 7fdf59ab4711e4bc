import { boardReading } from "../../board-reading.ts";
import { eventKind, eventPartyKind, eventSeriesKind } from "./table.ts";

export const eventReadings = [
  boardReading(eventSeriesKind, { shows: ["status", "frequency"] }),
  boardReading(eventKind, { shows: ["status", "date"] }),
  boardReading(eventPartyKind, { shows: ["role"], partOf: ["eventId", "seriesId"] }),
];
