import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { addDays } from "../../kernel/day.ts";
import type { CalendarEvent } from "./event.ts";

/** Calendar programs that heed it look again after so long; others do when they like. */
const SECONDS_TO_REFRESH = 4 * 3_600;

const STATUS = { CONFIRMED: ICalEventStatus.CONFIRMED, TENTATIVE: ICalEventStatus.TENTATIVE, CANCELLED: ICalEventStatus.CANCELLED } as const;

/** A calendar as RFC 5545 writes it: whole days, the end exclusive, nobody busy. `base` is where the pages are. */
export function icalendar(name: string, events: readonly CalendarEvent[], base: string): string {
  const calendar = ical({ prodId: { company: "Waymark", product: "Waymark", language: "EN" }, name: oneLine(name), ttl: SECONDS_TO_REFRESH });
  for (const { uid, sequence, changedAt, first, last, summary, description, status, path } of events) {
    const changed = new Date(changedAt);
    calendar.createEvent({
      id: uid, sequence, stamp: changed, lastModified: changed,
      start: midnight(first), end: midnight(addDays(last, 1)), allDay: true,
      summary: withoutBreaks(summary), description: description.join("\n"), url: `${base}${path}`,
      status: STATUS[status], transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return `${calendar.toString().replace(/(?:\r\n)*$/, "")}\r\n`;
}

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Text for a line that the library writes as it is given. */
function oneLine(text: string): string {
  return withoutBreaks(text).replaceAll(/[\\;,]/g, String.raw`\$&`);
}

function withoutBreaks(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
