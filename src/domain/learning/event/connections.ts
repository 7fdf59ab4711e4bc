import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { EventFilter, EventOrderEnum, EventPartyFilter, EventPartyOrderEnum, EventSeriesFilter, EventSeriesOrderEnum } from "./inputs.ts";
import { EventPartyType, EventSeriesType, EventType } from "./type.ts";

export const EventConnection = connectionOf("Event", () => EventType, { dated: true });
export const EventSeriesConnection = connectionOf("EventSeries", () => EventSeriesType);
export const EventPartyConnection = connectionOf("EventParty", () => EventPartyType);

export const EventsArgs = listArgs(() => EventFilter, EventOrderEnum, "DATE");
export const EventsOfSeriesArgs = listArgs(() => EventFilter, EventOrderEnum, "NUMBER");
export const EventSeriesArgs = listArgs(() => EventSeriesFilter, EventSeriesOrderEnum, "TITLE");
export const EventPartiesArgs = listArgs(() => EventPartyFilter, EventPartyOrderEnum, "ROLE");
