import ICAL from "ical.js";
import { nobody, type Viewer } from "../../src/api/access/viewer.ts";
import { signedIn, viewerOf } from "../../src/domain/partners/access/signing-in.ts";
import type { Grant } from "../../src/api/access/role.ts";
import { londonDay } from "../../src/kernel/day.ts";
import type { World } from "./domain-world.ts";

/** What a calendar program makes of an event. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly first: string;
  /** As it is written: the day after the last. */
  readonly end: string;
  readonly isWholeDays: boolean;
  readonly status: string;
  readonly transparency: string;
  readonly url: string;
  readonly stamp: string;
}

export interface ReadCalendar {
  readonly name: string;
  readonly refresh: string;
  readonly events: readonly ReadEvent[];
}

/** A calendar as the library reads it with which programs read calendars. */
export function readCalendar(text: string): ReadCalendar {
  const calendar = ICAL.Component.fromString(text);
  const events = calendar.getAllSubcomponents("vevent").map((component): ReadEvent => {
    const { uid, sequence, summary, description, startDate, endDate } = new ICAL.Event(component);
    const said = (name: string): string => String(component.getFirstPropertyValue(name));
    return { uid, sequence, summary, description, first: String(startDate), end: String(endDate), isWholeDays: startDate.isDate && endDate.isDate, status: said("status"), transparency: said("transp"), url: said("url"), stamp: said("dtstamp") };
  });
  return { name: unescaped(String(calendar.getFirstPropertyValue("x-wr-calname"))), refresh: String(calendar.getFirstPropertyValue("refresh-interval")), events };
}

/** The library leaves text as it is in what begins with X-; programs that know this name of a calendar read it as text. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([\\;,])/g, "$1");
}

const today = londonDay(new Date());

/** Somebody who has signed in, and what they are just now. */
export interface Somebody {
  readonly id: string;
  readonly viewer: () => Viewer;
}

let count = 0;

export async function somebody({ ledger }: World, grants: readonly Grant[]): Promise<Somebody> {
  count += 1;
  const id = await signedIn(ledger, { issuer: "https://login.example", subject: `subscriber-${count}`, displayName: `Robin ${count} Subscriber`, grants });
  return { id, viewer: () => viewerNow({ ledger }, id) };
}

function viewerNow({ ledger }: Pick<World, "ledger">, id: string): Viewer {
  const lease = ledger.lease();
  try {
    return viewerOf(lease.graph, id, today);
  } finally {
    lease.release();
  }
}

export const CREATE = `mutation ($calendarAddress: CreateCalendarAddressInput!, $dryRun: Boolean) { createCalendarAddress(calendarAddress: $calendarAddress, dryRun: $dryRun) {
  secretPath entry isRepeat calendarAddress { id version name prefix madeOn revokedOn lastUsedOn about { id } } problems { code message path }
} }`;

export interface Created {
  readonly createCalendarAddress: { readonly secretPath: string; readonly calendarAddress: { readonly id: string } };
}

/** Makes an address for a record, and gives its path and its id. */
export async function addressOf(world: World, viewer: Viewer, about: string): Promise<{ readonly path: string; readonly id: string }> {
  const { createCalendarAddress: { secretPath: path, calendarAddress } } = await world.ask<Created>(viewer, CREATE, { calendarAddress: { about } });
  return { path, id: calendarAddress.id };
}

/** What is found there. An answer that is no calendar fails the test. */
export async function calendarAt(address: string): Promise<ReadCalendar> {
  const answer = await fetch(address);
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${answer.status}: ${text}`);
  return readCalendar(text);
}

export { nobody };
