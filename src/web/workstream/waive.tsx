import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { asForm } from "../acts/as-form.ts";
import { useAct } from "../acts/use-act.ts";
import { DayInput } from "../form/day-input.tsx";
import { TextArea } from "../form/text-area.tsx";
import { useTyped } from "../kept/use-typed.ts";
import { usePerson } from "../session/person.ts";
import { daysAfter, today } from "../words/today.ts";
import { WaiveDependency } from "./acts.graphql.ts";

/** Lets whoever leads the programme go on without what has to come first: until a day, and with a reason that everybody sees. */
export function Waive({ dependency, isWaived }: { readonly dependency: string; readonly isWaived: boolean }): JSX.Element | null {
  const { state, act, sendAgain } = useAct(WaiveDependency, dependency, (answer) => answer.waiveDependency);
  const { values, set, foundFrom, clear } = useTyped(usePerson(), `waive:${dependency}`);
  useEffect(() => { if (state.kind === "done") clear(); }, [state, clear]);
  const [until, reason] = [`waive.${dependency}.until`, `waive.${dependency}.reason`];
  const [isMissing, setMissing] = useState(false);
  const asked = asForm(values, set, state, ([first, second]) => (first === "reason" ? reason : second === "until" ? until : null));
  const form = { ...asked, error: (name: string) => (name === until && isMissing ? "Say until which day it may go on without" : asked.error(name)) };
  const day = form.value(until);
  const notice = <ActNotice state={state} sendAgain={sendAgain} done="It is waived until that day." />;
  // What was sent and may have arrived is said also where it is waived by now, and where nothing is opened.
  if (isWaived || state.kind === "unknown") return state.kind === "none" ? null : notice;
  return (
    <details class="wm-details wm-aside-form" open={foundFrom !== null}>
      <summary>Go on without it</summary>
      <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); setMissing(day === ""); if (day !== "") act({ waiver: { dependency, until: day }, reason: form.value(reason) }); }}>
        {notice}
        <TextArea form={form} name={reason} label="Why may it go on without?" hint="Everybody who sees the dependency reads this." rows={2} />
        <DayInput form={form} name={until} label="Until which day?" min={daysAfter(today(), 1)} />
        <button class="nhsuk-button nhsuk-button--secondary wm-button">Waive it</button>
      </form>
    </details>
  );
}
