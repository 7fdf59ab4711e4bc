import { openContext } from "../api/context.ts";
import { noteUse } from "../domain/delivery/calendar-address/last-use.ts";
import { secretIn } from "../domain/delivery/calendar-address/rules.ts";
import { calendarAddressWith } from "../domain/delivery/calendar-address/store.ts";
import { viewerOf } from "../domain/partners/access/signing-in.ts";
import { calendarFeed } from "../feeds/calendar/calendar-feed.ts";
import { tagOf } from "../feeds/tag.ts";
import { londonDay } from "../kernel/day.ts";
import { fingerprintOf } from "../kernel/secret.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Application } from "../server/application.ts";
import type { Settings } from "../server/settings/config.ts";

/** What is found at the addresses of calendars: always read at the head, as whoever made the address may see it on the day. */
export function calendarsOver(ledger: Ledger, { smallNumber }: Pick<Settings, "smallNumber">): Application["calendar"] {
  return async (path, { base, deadline }) => {
    const moment = ledger.lease();
    try {
      const today = londonDay(new Date());
      // What can be no secret is looked up like one that may be.
      const address = calendarAddressWith(moment.graph, fingerprintOf(secretIn(path) ?? ""));
      const viewer = viewerOf(moment.graph, address?.holderId ?? "", today);
      if (address === null || address.revokedOn !== null || viewer.accountId === null) {
        moment.release();
        return null;
      }
      await noteUse(ledger.drawers, address.id, today);
      const download = calendarFeed(address, base);
      const context = openContext({ moment, viewer, smallNumber, today, deadline });
      return { download, open: { tag: tagOf(download, context), entry: moment.number, content: () => download.content(context), release: () => { moment.release(); } } };
    } catch (error) {
      moment.release();
      throw error;
    }
  };
}
