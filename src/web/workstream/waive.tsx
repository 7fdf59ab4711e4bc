import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { asForm } from "../acts/as-form.ts";
import { useAct } from "../acts/use-act.ts";
import { DayInput } from "../form/day-input.tsx";
import { TextArea } from "../form/text-area.tsx";
import { daysAfter, today } from "../words/today.ts";
import { WaiveDependency } from "./acts.graphql.ts";

/** Lets whoever leads the programme go on without what has to come first: until a day, and with a reason that everybody sees. */
export function Waive({ dependency, isWaived }: { readonly dependency: string; readonly isWaived: boolean }): JSX.Element | null {
  const { state, act, sendAgain } = useAct(WaiveDependency, (answer) => answer.waiveDependency);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [until, reason] = [`waive.${dependency}.until`, `waive.${dependency}.reason`];
  const [isMissing, setMissing] = useState(false);
  const asked = asForm(values, (name, value) => { setValues((before) => ({ ...before, [name]: value })); }, state, ([first, second]) => (first === "reason" ? reason : second === "until" ? until : null));
  const form = { ...asked, error: (name: string) => (name === until && isMissing ? "Say until which day it may go on without" : asked.error(name)) };
  const day = form.value(until);
  if (isWaived) return state.kind === "done" ? <ActNotice state={state} sendAgain={sendAgain} done="It is waived until that day." /> : null;
  return (
    <details class="wm-details wm-aside-form">
      <summary>Go on without it</summary>
      <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); setMissing(day === ""); if (day !== "") act({ waiver: { dependency, until: day }, reason: form.value(reason) }); }}>
        <ActNotice state={state} sendAgain={sendAgain} done="It is waived." />
        <TextArea form={form} name={reason} label="Why may it go on without?" hint="Everybody who sees the dependency reads this." rows={2} />
        <DayInput form={form} name={until} label="Until which day?" min={daysAfter(today(), 1)} />
        <button class="nhsuk-button nhsuk-button--secondary wm-button">Waive it</button>
      </form>
    </details>
  );
}
