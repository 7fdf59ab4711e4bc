import type { calendarAddresses } from "./table.ts";
import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { hasCalendar } from "./rules.ts";
import type { CalendarAddressRow } from "./store.ts";

/** An address that somebody asks for, and what is kept of its secret. */
export interface Asked {
  readonly about: { readonly kind: Pick<RecordKind, "type">; readonly id: string };
  readonly name: string | null;
  readonly kept: { readonly prefix: string; readonly fingerprint: string };
  /** The account or the key that asks. */
  readonly holder: string;
  /** How many addresses it has that stand. */
  readonly standing: number;
}

/** So many addresses one account or key has at once. */
export const MOST_STANDING = 50;

/** A calendar is of something that has what is due, and nobody gathers addresses without end. It belongs to no system: no path to records leads to it. */
export function createCalendarAddress({ about, name, kept, holder, standing }: Asked, today: Day): RuledFor<typeof calendarAddresses> {
  const wrong = new Problems();
  wrong.when(!hasCalendar(about.kind), "RULE", "There are calendars of programmes, HITs, organisations and groups. Choose one of these.", ["about"]);
  wrong.when(standing >= MOST_STANDING, "NOT_ALLOWED_NOW", `You have ${standing} calendar addresses already. Revoke one that nobody uses any more, then make this one.`);
  return { fields: { audience: "MEMBERS", holderId: holder, aboutId: about.id, name, ...kept, madeOn: today }, problems: wrong.all() };
}

/** An address that opens nothing by somebody's act stays so. */
export function revokeCalendarAddress({ revokedOn }: CalendarAddressRow, today: Day): RuledFor<typeof calendarAddresses> {
  const wrong = new Problems();
  wrong.when(revokedOn !== null, "NOT_ALLOWED_NOW", `This address was revoked on ${revokedOn}, and opens nothing since.`);
  return { fields: { revokedOn: today }, problems: wrong.all() };
}
