import { index, sqliteTable, uniqueIndex } from "drizzle-orm/sqlite-core";
import { anyReference, day, identity, words } from "../../../ledger/column.ts";
import { recordKind } from "../../../ledger/concept.ts";
import { withheld } from "../../partners/access/table.ts";

/** An address at which a calendar program finds what is due, without signing in. The secret that stands in it is kept nowhere. */
export const calendarAddresses = sqliteTable(
  "calendar_addresses",
  {
    ...identity,
    ...withheld,
    /** The account or the key that made it: it shows what they may see, for as long as they may come in. */
    holderId: anyReference().notNull(),
    /** What the calendar is of. No foreign key: an address that nobody else knows of never stands in the way of removing a record. */
    aboutId: anyReference().notNull(),
    /** Where it is used, in the words of whoever made it. */
    name: words(),
    /** The first letters of the secret. */
    prefix: words().notNull(),
    /** SHA-256 of the secret, which is 256 random bits: there is nothing to try out. */
    fingerprint: words().notNull(),
    madeOn: day().notNull(),
    revokedOn: day(),
  },
  (address) => [
    index("calendar_addresses_by_holder").on(address.holderId),
    uniqueIndex("calendar_addresses_by_fingerprint").on(address.fingerprint),
  ],
);

export const calendarAddressKind = recordKind("CalendarAddress", "cq", calendarAddresses, {
  called: ({ name, aboutId }) => (name === null ? ["calendar of ", { of: aboutId }] : [name]),
  partOf: [calendarAddresses.aboutId],
});
