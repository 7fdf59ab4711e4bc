import { kept, only } from "../../partners/access/loaders.ts";
import { calendarAddresses } from "./table.ts";

export const keptCalendarAddressById = only(kept(calendarAddresses, calendarAddresses.id));
export const calendarAddressesOf = kept(calendarAddresses, calendarAddresses.holderId);
