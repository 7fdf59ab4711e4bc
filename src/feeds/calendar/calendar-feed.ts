import { setImmediate as nextTurn } from "node:timers/promises";
import { afresh, type Context } from "../../api/context.ts";
import type { CalendarAddressRow } from "../../domain/delivery/calendar-address/store.ts";
import type { Feed } from "../feed.ts";
import { walk } from "../tables/walk.ts";
import type { CalendarEvent } from "./event.ts";
import { gone, madeAtEntry } from "./gone.ts";
import { icalendar } from "./icalendar.ts";
import { reportsDue } from "./reports-due.ts";
import { among, idsOf, scopeOf, type Scope } from "./scope.ts";

/** The calendar at an address, on a server that is found at this base. */
export function calendarFeed({ id, aboutId }: Pick<CalendarAddressRow, "id" | "aboutId">, base: string): Feed {
  return {
    type: "text/calendar; charset=utf-8",
    fileName: "waymark.ics",
    asAt: null,
    question: `calendar ${id} ${base}`,
    followsDay: true,
    content: async function* content(context) {
      const scope = scopeOf(context, aboutId);
      // Of what its viewer may not see any more, not even the name is left.
      if (scope === null) yield icalendar("Waymark", [], base);
      else yield icalendar(`${scope.name} (Waymark)`, await eventsIn(context, scope, madeAtEntry(context.moment.ledger, id)), base);
    },
  };
}

async function eventsIn(context: Context, scope: Scope, madeAt: number): Promise<readonly CalendarEvent[]> {
  const found = new Map<string, CalendarEvent>();
  for (const event of await reportsDue(context, scope.reporting)) found.set(event.uid, event);
  for (const { of, column, ids } of scope.parts) {
    for (const rows of walk(context, of.kind.table, { conditions: [], certainty: undefined, ids: idsOf(context, of.kind.table, among(column, ids)) })) {
      const own = afresh(context);
      // oxlint-disable-next-line no-unsafe-type-assertion -- a walk gives whole rows of the table that it walks
      const events = await Promise.all(rows.map(async (row) => of.event(own, row as unknown as typeof of.kind.table.$inferSelect)));
      for (const event of events) if (event !== null) found.set(event.uid, event);
      await nextTurn();
    }
  }
  for (const event of gone(context, scope, madeAt, new Set(found.keys()))) found.set(event.uid, event);
  return [...found.values()].toSorted((a, b) => (a.first === b.first ? (a.uid < b.uid ? -1 : 1) : a.first < b.first ? -1 : 1));
}
