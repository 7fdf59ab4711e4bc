import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { asForm } from "../acts/as-form.ts";
import { useAct } from "../acts/use-act.ts";
import { Link } from "../address/link.tsx";
import { TextField } from "../form/text-field.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { CalendarAddresses, CreateCalendarAddress } from "./calendar.graphql.ts";
import { SecretAddress } from "./secret-address.tsx";

interface SubscribeProps {
  /** The id of what the calendar is of, and what lies in it. */
  readonly about: string;
  readonly holds: string;
}

/** Lets whoever is signed in have what is due in their own calendar. Nothing, for everybody else. */
export function Subscribe({ about, holds }: SubscribeProps): JSX.Element | null {
  const viewer = useAnswer(CalendarAddresses, {}, "now").answer?.viewer;
  const { state, act, sendAgain } = useAct(CreateCalendarAddress, about, (answer) => answer.createCalendarAddress);
  const [name, setName] = useState("");
  if (viewer === undefined || viewer.account === null) return null;
  const had = viewer.calendarAddresses.filter((address) => address.revokedOn === null && address.about?.id === about).length;
  const form = asForm({ name }, (_, value) => { setName(value); }, state, (path) => (path.at(-1) === "name" ? "name" : null));
  const secretPath = state.kind === "done" ? state.payload.secretPath : null;
  return (
    <Card title="Subscribe in Outlook">
      <p>{holds} in your own calendar, always up to date: in Outlook, Google Calendar or on a phone.</p>
      {had > 0 && <p class="wm-small">You have {had === 1 ? "an address" : `${had} addresses`} for this already. <Link to="/my-work">See when they were last used, or revoke them</Link></p>}
      <ActNotice state={state} sendAgain={sendAgain} done={secretPath === null ? "An address was made, but the connection was cut before it arrived, and it is shown only once. Revoke it under My work, and make another." : "Here is your address. It is shown this once: copy it now."} />
      {secretPath === null ? (
        <div class="wm-form">
          <TextField form={form} name="name" label="Where you will use it" hint="If you like, such as Outlook at work: it tells your addresses apart" />
          <div class="wm-buttons">
            <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" disabled={state.kind === "sending"} onClick={() => { act({ calendarAddress: { about, name: name.trim() === "" ? null : name } }); }}>Make an address</button>
          </div>
        </div>
      ) : <SecretAddress address={`${location.origin}${secretPath}`} />}
    </Card>
  );
}
