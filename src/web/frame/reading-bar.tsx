import type { JSX } from "preact";
import { useEffect, useId, useState } from "preact/hooks";
import { hrefOf, partsOf } from "../address/address.ts";
import { go } from "../address/history.ts";
import { Link } from "../address/link.tsx";
import { useReading } from "../address/reading-day.ts";
import { useAddress } from "../address/use-address.ts";
import { LiveLine } from "../live/live-line.tsx";
import { DayField } from "../parts/day-field.tsx";
import { sayDay } from "../words/days.ts";
import { daysAfter, today } from "../words/today.ts";

/** For which moment the page is read, how to read it as at another day, and what changed. On every page. */
export function ReadingBar(): JSX.Element {
  const { at, on } = useReading();
  const { path, query } = useAddress();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  useEffect(() => { setOpen(false); }, [path, at]);
  const parts = partsOf(query, ["at", "after", "before"]);
  return (
    <section class={at === null ? "wm-reading" : "wm-reading wm-reading--past"} aria-label="The day that is read">
      <div class="wm-width wm-reading__row">
        {at === null ? <><p>As it stands today, {sayDay(on)}</p><LiveLine /></> : <p><strong>As at {sayDay(at)}.</strong> What was recorded later is left out, so nothing here changes: it is not live. <a href={hrefOf(path, parts)}>Back to today</a></p>}
        <button type="button" class="wm-plain-button" aria-expanded={isOpen} aria-controls={id} onClick={() => { setOpen(!isOpen); }}>Read as at another day</button>
        {path !== "/changes" && <Link to="/changes" query={at === null ? {} : { at: undefined, from: at }}>{at === null ? "What changed lately" : "What changed since"}</Link>}
        <div class="wm-reading__choice" id={id} hidden={!isOpen}>
          {isOpen && <DayChoice chosen={at} onChoose={(day) => { go(hrefOf(path, { ...parts, at: day })); }} />}
        </div>
      </div>
    </section>
  );
}

function DayChoice({ chosen, onChoose }: { readonly chosen: string | null; readonly onChoose: (day: string) => void }): JSX.Element {
  const yesterday = daysAfter(today(), -1);
  const [day, setDay] = useState(chosen ?? yesterday);
  return (
    <form class="wm-controls" onSubmit={(event) => { event.preventDefault(); if (day !== "" && day <= yesterday) onChoose(day); }}>
      <DayField label="As at the end of" value={day} onChoose={setDay} max={yesterday} />
      <button class="nhsuk-button wm-button">Read as at this day</button>
    </form>
  );
}
