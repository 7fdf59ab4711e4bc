import type { JSX } from "preact";
import { ActNotice } from "../acts/act-notice.tsx";
import { useAct } from "../acts/use-act.ts";
import { useAnswer } from "../graph/use-answer.ts";
import type { CalendarAddressesQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { RecordLink } from "../records/record-link.tsx";
import { sayDay } from "../words/days.ts";
import { CalendarAddresses as Addresses, RevokeCalendarAddress } from "./calendar.graphql.ts";

type Address = CalendarAddressesQuery["viewer"]["calendarAddresses"][number];

/** The addresses of calendars that somebody made and that stand, each to be revoked. Nothing where they made none. */
export function CalendarAddresses(): JSX.Element | null {
  const standing = useAnswer(Addresses, {}, "now").answer?.viewer.calendarAddresses.filter(({ revokedOn }) => revokedOn === null) ?? [];
  const { state, act, sendAgain } = useAct(RevokeCalendarAddress, "calendars", (answer) => answer.revokeCalendarAddress);
  if (standing.length === 0 && state.kind === "none") return null;
  const columns: readonly Column<Address>[] = [
    { name: "Calendar of", isHead: true, cell: ({ about, name }) => <>{about === null ? <span class="wm-absent">Not there any more</span> : <RecordLink record={about} />}{name !== null && <span class="wm-under">{name}</span>}</> },
    { name: "Begins with", cell: ({ prefix }) => <code>{prefix}</code> },
    { name: "Made on", cell: ({ madeOn }) => sayDay(madeOn) },
    { name: "Last used on", cell: ({ lastUsedOn }) => (lastUsedOn === null ? <span class="wm-absent">Not yet</span> : sayDay(lastUsedOn)) },
    {
      name: "Revoke",
      cell: ({ id, version, about, name }) => (
        <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { act({ calendarAddress: { id, expectedVersion: version } }); }}>
          Revoke<span class="nhsuk-u-visually-hidden"> the address of {about?.called ?? "what is not there any more"}{name !== null && `, ${name}`}</span>
        </button>
      ),
    },
  ];
  return (
    <Card title="Your calendars">
      <p class="wm-small">Whoever has one of these addresses sees what you may see. One that you revoke shows nothing from then on.</p>
      <ActNotice state={state} sendAgain={sendAgain} done="It is revoked, and shows nothing any more." />
      {standing.length > 0 && <Table caption="Addresses of your calendars" isCaptionHidden columns={columns} rows={standing} keyOf={({ id }) => id} />}
    </Card>
  );
}
