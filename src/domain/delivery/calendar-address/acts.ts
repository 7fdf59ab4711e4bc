import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { notFound } from "../../../api/act/not-found.ts";
import type { CreateCalendarAddressInput } from "./act-inputs.ts";
import { createCalendarAddress, revokeCalendarAddress, type Asked } from "./decisions.ts";
import { standingAddresses } from "./store.ts";
import { calendarAddressKind } from "./table.ts";

/** What people do with addresses of calendars: each reads, asks, lets the rule decide, and writes. */
export const calendarAddressActs = {
  create(draft: ActDraft, { about, name }: CreateCalendarAddressInput, kept: Asked["kept"], path: Path): string {
    const { kind, row } = draft.findRecord(about, [...path, "about"]);
    const holder = draft.viewer.accountId ?? "";
    const ruled = createCalendarAddress({ about: { kind, id: row.id }, name: name ?? null, kept, holder, standing: standingAddresses(draft.graph, holder) }, draft.today);
    draft.demand(kind, row, "calendar-address:create", ruled.fields);
    draft.vouch(holder);
    return draft.create(calendarAddressKind, ruled, path);
  },

  revoke(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    const address = draft.read(calendarAddressKind, id);
    // Of one that is not theirs they are told nothing, not even whether it is there.
    draft.demand(calendarAddressKind, { ...address }, "calendar-address:revoke");
    if (address === null) draft.refuse([notFound(calendarAddressKind, id, [...path, "id"])]);
    draft.unchanged(calendarAddressKind, id, expectedVersion, ["revokedOn"], path);
    draft.change(calendarAddressKind, id, revokeCalendarAddress(address, draft.today), path);
    return id;
  },
};
