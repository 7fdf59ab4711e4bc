import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { asForm } from "../acts/as-form.ts";
import { useAct } from "../acts/use-act.ts";
import { TextArea } from "../form/text-area.tsx";
import type { Act } from "../graph/types.ts";
import { useTyped } from "../kept/use-typed.ts";
import { usePerson } from "../session/person.ts";
import { AcceptCriterion, RejectCriterion, WaiveCriterion } from "./acts.graphql.ts";
import type { Acts } from "./use-acts.ts";

/** Lets whoever decides for the programme say whether evidence is enough, or that the work goes on without it. */
export function Decide({ acts, id }: { readonly acts: Acts; readonly id: string }): JSX.Element | null {
  const criterion = acts.criteria.nodes.find((one) => one.id === id);
  const accept = useAct(AcceptCriterion, id, (answer) => answer.acceptCriterion);
  const reject = useAct(RejectCriterion, id, (answer) => answer.rejectCriterion);
  const waive = useAct(WaiveCriterion, id, (answer) => answer.waiveCriterion);
  const name = `decide.${id}`;
  const { values, set, foundFrom, clear } = useTyped(usePerson(), name);
  const isDone = [accept, reject, waive].some(({ state }) => state.kind === "done");
  useEffect(() => { if (isDone) clear(); }, [isDone, clear]);
  if (criterion === undefined) return null;
  const may = (act: Act): boolean => criterion.viewerCan.some((can) => can.act === act && can.allowed);
  const [isSupplied, isOpen] = [criterion.status === "SUPPLIED", criterion.status === "SUPPLIED" || criterion.status === "OUTSTANDING"];
  const states = [accept, reject, waive];
  if (!(isOpen && may("CRITERION_WAIVE")) && states.every(({ state }) => state.kind === "none")) return null;
  const seen = { id, expectedVersion: criterion.version };
  const words = values[name] ?? "";
  const refused = states.find(({ state }) => state.kind === "refused")?.state ?? accept.state;
  const form = asForm(values, set, refused, ([first]) => (first === "reason" ? name : null));
  const only = (chosen: typeof states[number], act: () => void): void => {
    for (const other of states) if (other !== chosen) other.leave();
    act();
  };
  return (
    <>
      {states.map((one, index) => <ActNotice key={["accept", "reject", "waive"][index]} state={one.state} sendAgain={one.sendAgain} done="Decided." />)}
      {isOpen && (
        <details class="wm-details wm-aside-form" open={foundFrom !== null}>
          <summary>Decide on it</summary>
          <div class="wm-form">
            <TextArea form={form} name={name} label="Reason" hint="Needed where evidence is not enough, and where it goes on without" rows={2} />
            <div class="wm-buttons">
              {isSupplied && <button type="button" class="nhsuk-button wm-button" onClick={() => { only(accept, () => { accept.act({ criterion: seen }); }); }}>Accept the evidence</button>}
              {isSupplied && <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { only(reject, () => { reject.act({ criterion: seen, reason: words }); }); }}>It is not enough</button>}
              <button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { only(waive, () => { waive.act({ criterion: seen, reason: words }); }); }}>Go on without it</button>
            </div>
          </div>
        </details>
      )}
    </>
  );
}
