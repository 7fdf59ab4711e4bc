import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { SignInLink } from "../frame/sign-in-link.tsx";
import type { ActAnswerFragment } from "../graph/types.ts";
import { RecordLink } from "../records/record-link.tsx";
import { sayInstant } from "../words/days.ts";
import type { Problem } from "./send.ts";
import type { ActState } from "./use-act.ts";

interface ActNoticeProps {
  readonly state: ActState<Pick<ActAnswerFragment, "isRepeat">>;
  readonly sendAgain: () => void;
  /** What is said once it is done. */
  readonly done: ComponentChildren;
}

/** What came of an act: it takes the focus, so that whoever did it hears it. */
export function ActNotice({ state, sendAgain, done }: ActNoticeProps): JSX.Element | null {
  const box = useRef<HTMLDivElement>(null);
  const isTold = state.kind !== "none" && state.kind !== "sending";
  useLayoutEffect(() => { if (isTold) box.current?.focus(); }, [state, isTold]);
  if (!isTold) return null;
  return (
    <div class={state.kind === "done" ? "wm-saved" : "wm-summary"} role={state.kind === "done" ? "status" : "alert"} tabIndex={-1} ref={box}>
      {state.kind === "done" && <p>{done}{state.payload.isRepeat && " It had arrived the first time; it was not done twice."}</p>}
      {state.kind === "refused" && (
        <>
          <p class="wm-summary__title"><strong>Nothing was changed</strong></p>
          <ul class="wm-entries">{state.problems.map((problem) => <li key={`${problem.path.join(".")} ${problem.message}`}><Told problem={problem} /></li>)}</ul>
        </>
      )}
      {state.kind === "fault" && <p>{state.fault.message ?? "Nothing was changed. Try again in a moment."} {state.fault.kind === "signed-out" && <SignInLink>Sign in</SignInLink>}</p>}
      {state.kind === "unknown" && (
        <>
          <p><strong>{state.isOffline ? "You are offline." : "The connection was cut."}</strong> Whether it arrived is not known. It is kept in this browser: send it again, and nothing is done twice.</p>
          <button type="button" class="nhsuk-button wm-button" onClick={sendAgain}>Send again</button>
        </>
      )}
    </div>
  );
}

/** One thing that stands in the way, with the records that it is about. */
function Told({ problem: { message, records, conflict } }: { readonly problem: Problem }): JSX.Element {
  return (
    <>
      <p class="wm-entries__text">{message}</p>
      {conflict !== null && <p class="wm-small">Changed by {conflict.actorName ?? "somebody whose account was erased"} on {sayInstant(conflict.at)}. You see it here as it stands now.</p>}
      {records.length > 0 && <p class="wm-small">See {records.map((record, index) => <span key={record.id}>{index > 0 && ", "}<RecordLink record={record} /></span>)}</p>}
    </>
  );
}
