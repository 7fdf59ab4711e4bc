import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Link } from "../address/link.tsx";
import { SignInLink } from "../frame/sign-in-link.tsx";
import type { Fault } from "../graph/fault.ts";
import { RecordLink } from "../records/record-link.tsx";
import { reportToRevise, type Read, type ReportedOn } from "./read.ts";
import type { Standing } from "./use-update.ts";

/** Sent, and the connection broke before an answer came. */
export function NotKnown({ isOffline, sendAgain }: { readonly isOffline: boolean; readonly sendAgain: () => void }): JSX.Element {
  const box = useFocus();
  return (
    <section class="wm-notice" role="alert" tabIndex={-1} ref={box}>
      <h2 class="wm-notice__title">{isOffline ? "You are offline" : "The connection was cut while saving"}</h2>
      <p>Whether your update arrived is not known. Everything you typed is kept here. {isOffline ? "It is sent again by itself once the connection is back. Nothing" : "Send it again: nothing"} is saved twice.</p>
      <button type="button" class="nhsuk-button wm-button" onClick={sendAgain}>Send again</button>
    </section>
  );
}

/** It came to no decision; nothing was changed. */
export function NotSaved({ fault }: { readonly fault: Fault }): JSX.Element {
  const box = useFocus();
  return (
    <section class="wm-notice" role="alert" tabIndex={-1} ref={box}>
      <h2 class="wm-notice__title">{fault.kind === "signed-out" ? "Your sign-in has ended" : "Nothing was saved"}</h2>
      <p>{fault.kind === "signed-out" ? "Nothing was saved, and everything you typed is kept in this browser. Sign in again, and you come back to it." : (fault.message ?? "Try again in a moment.")}</p>
      {fault.kind !== "signed-out" && <p>Everything you typed is still here.</p>}
      {fault.kind === "signed-out" && <p><SignInLink class="nhsuk-button wm-button">Sign in</SignInLink></p>}
      {fault.reference !== null && <p>If it happens again, tell whoever runs Waymark the reference <strong>{fault.reference}</strong>.</p>}
    </section>
  );
}

const places: Readonly<Record<ReportedOn, string>> = { workstream: "/workstreams", programme: "/programmes", healthIntegrationTeam: "/teams" };

/** It is done. */
export function Saved({ read, standing: { saved }, startAnew }: { readonly read: Read; readonly standing: Extract<Standing, { readonly kind: "saved" }>; readonly startAnew: () => void }): JSX.Element {
  const box = useFocus();
  const begun = reportToRevise(read);
  const report = saved.changed.find(({ __typename }) => __typename === "StatusReport");
  return (
    <section class="wm-saved" tabIndex={-1} ref={box} role="status">
      <h2 class="wm-saved__title">Saved</h2>
      <p>Your update of {read.name} is saved as one entry, number {saved.entry}.{saved.isRepeat && " It had arrived the first time; it was not saved twice."}</p>
      <ul class="wm-lines">
        {report !== undefined && <li><RecordLink record={report} /></li>}
        {/* Where only its lines or ratings are different, the report itself is not. */}
        {report === undefined && begun !== null && <li><Link to={`/reports/${begun.id}`}>{begun.title}</Link></li>}
        <li><Link to={`${places[read.on]}/${read.id}`}>See {read.name}</Link></li>
        <li><Link to="/my-work">Back to my work</Link></li>
        <li><button type="button" class="wm-plain-button" onClick={startAnew}>Write another update of it</button></li>
      </ul>
    </section>
  );
}

/** Takes the focus as it comes. */
function useFocus() {
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => { box.current?.focus(); }, []);
  return box;
}
