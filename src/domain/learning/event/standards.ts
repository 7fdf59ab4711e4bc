import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThenOf } from "../../partners/organisation/being-there.ts";
import { eventKind, eventParties, eventPartyKind } from "./table.ts";

/** Whoever had a part in an event was there then. */
export const eventStandards: readonly Standard[] = thereThenOf(eventPartyKind, ({ organisationId }) => ({ organisationId }), {
  kind: eventKind, by: eventParties.eventId, id: ({ eventId }) => eventId, times: ({ date }) => on({ date }),
});
