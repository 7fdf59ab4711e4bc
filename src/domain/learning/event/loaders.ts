import { one } from "../../../api/loaders.ts";
import { events, eventSeries } from "./table.ts";

export const eventById = one(events);
export const eventSeriesById = one(eventSeries);
