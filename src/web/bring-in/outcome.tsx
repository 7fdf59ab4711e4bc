import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { SignInLink } from "../frame/sign-in-link.tsx";
import { isSignedOut } from "../graph/fault.ts";
import { counted } from "../words/counts.ts";
import { EachRow, RefusedRows } from "./rows.tsx";
import type { Summary } from "./told.ts";
import type { BringingIn, Stage } from "./use-bring-in.ts";

interface OutcomeProps extends Pick<BringingIn, "bringIn" | "sendAgain" | "startAnew"> {
  readonly stage: Extract<Stage, { readonly kind: "tried" | "sent" }>;
}

/** What would become of a file, or became of it, and how to go on: it takes the focus, so that whoever sent it hears it. */
export function Outcome({ stage, bringIn, sendAgain, startAnew }: OutcomeProps): JSX.Element {
  const { kind, came } = stage;
  if (came.kind === "refused") return <Said title="Nothing was written" isWrong><p>{came.why.message} {isSignedOut(came.why.code) && <SignInLink>Sign in</SignInLink>}</p></Said>;
  if (came.kind === "unknown") {
    return (
      <Said title={came.isOffline ? "You are offline" : "The connection was cut"} isWrong>
        <p>{kind === "tried" ? "Nothing was written: it was only tried." : "Whether it arrived is not known. Keep this page open and send it again: nothing is done twice."}</p>
        <p class="wm-buttons"><button type="button" class="nhsuk-button wm-button" onClick={sendAgain}>{kind === "tried" ? "Try again" : "Send again"}</button></p>
      </Said>
    );
  }
  const { summary, first, refused } = came;
  const rows = <><RefusedRows rows={refused} of={summary.refused} /><EachRow rows={first} of={summary.rows} /></>;
  if (kind === "tried") {
    return (
      <Said title="What would become of it" isWrong={summary.refused > 0}>
        <p>{inWords(summary)} Nothing is written yet.</p>
        {rows}
        <Onward summary={summary} bringIn={bringIn} />
      </Said>
    );
  }
  return (
    <Said title={summary.written || summary.isRepeat ? "It is brought in" : "Nothing was written"} isWrong={!summary.written && !summary.isRepeat}>
      <p>{summary.isRepeat ? "It had arrived the first time; it was not done twice." : inWords(summary)}</p>
      {rows}
      <p><button type="button" class="wm-plain-button" onClick={startAnew}>Bring in another file</button></p>
    </Said>
  );
}

function Onward({ summary, bringIn }: Pick<BringingIn, "bringIn"> & { readonly summary: Summary }): JSX.Element {
  const right = summary.created + summary.changed;
  if (right === 0) return <p>{summary.refused > 0 ? "Put the rows right in your file, and choose it again." : "There is nothing to bring in: everything is here as the file says it."}</p>;
  if (summary.refused === 0) return <p class="wm-buttons"><button type="button" class="nhsuk-button wm-button" onClick={() => { bringIn("REJECT_ALL"); }}>Bring in {counted(right, "row")}</button></p>;
  return (
    <>
      <p>Put them right in your file and choose it again; or bring in the others now, and these later.</p>
      <p class="wm-buttons"><button type="button" class="nhsuk-button nhsuk-button--secondary wm-button" onClick={() => { bringIn("REJECT_ROWS"); }}>Bring in {counted(right, "row")} without them</button></p>
    </>
  );
}

function inWords({ created, changed, unchanged, refused }: Summary): string {
  return `${counted(created, "row")} new, ${changed.toLocaleString("en-GB")} changed, ${unchanged.toLocaleString("en-GB")} unchanged, ${refused.toLocaleString("en-GB")} refused.`;
}

function Said({ title, isWrong, children }: { readonly title: string; readonly isWrong: boolean; readonly children: ComponentChildren }): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => { box.current?.focus(); }, []);
  return (
    <div class={isWrong ? "wm-summary" : "wm-saved"} role={isWrong ? "alert" : "status"} tabIndex={-1} ref={box}>
      <h2 class="wm-summary__title">{title}</h2>
      {children}
    </div>
  );
}
