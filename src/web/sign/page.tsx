import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { ActNotice } from "../acts/act-notice.tsx";
import { useAct } from "../acts/use-act.ts";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import type { FieldError, Form } from "../form/form.ts";
import { Radios } from "../form/radios.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextField } from "../form/text-field.tsx";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { FoundAgain, WhatIsKept } from "../kept/notices.tsx";
import { useTyped } from "../kept/use-typed.ts";
import { Card } from "../parts/card.tsx";
import { SignedIn } from "../session/signed-in.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Notice } from "../states/notice.tsx";
import { counted } from "../words/counts.ts";
import { sayDay } from "../words/days.ts";
import { today } from "../words/today.ts";
import { plainly } from "../words/word.ts";
import { Action } from "./action.tsx";
import { SignPledge, SignPledgeForm } from "./sign.graphql.ts";
import { Signatory } from "./signatory.tsx";
import { actionsOf, fieldAt, lacking, signatureOf, type Pledge, type Version } from "./signing.ts";

/** A body's signature under a pledge, with the actions that it names. */
export default function SignPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(SignPledgeForm, { id }, "now");
  return (
    <Answer to={answered} what="the pledge">
      {({ pledge }) => (pledge === null ? <NotFound /> : (
        <Page title="Record a signature" caption={pledge.title} isExample={pledge.isExample} above={[{ name: "Pledges", to: "/pledges" }, { name: pledge.title, to: `/pledges/${id}` }]}>
          <SignedIn to="record a signature">{(person) => <Allowed person={person.id} pledge={pledge} />}</SignedIn>
        </Page>
      ))}
    </Answer>
  );
}

function Allowed({ person, pledge }: { readonly person: string; readonly pledge: Pledge }): JSX.Element {
  const refused = pledge.viewerCan.find(({ allowed }) => !allowed);
  if (refused !== undefined) return <Notice title="This is for those who look after the pledge"><p>{refused.reason}</p><p><Link to={`/pledges/${pledge.id}`}>Read the pledge instead</Link></p></Notice>;
  const [first] = pledge.versions;
  return first === undefined ? <Empty>No wording of this pledge is recorded that could be signed.</Empty> : <SignForm key={person} person={person} pledge={pledge} first={first} />;
}

function SignForm({ person, pledge, first }: { readonly person: string; readonly pledge: Pledge; readonly first: Version }): JSX.Element {
  const { values, set, foundFrom, isKept, saved, clear } = useTyped(person, `sign:${pledge.id}`);
  const { state, act, sendAgain, leave } = useAct(SignPledge, pledge.id, (answer) => answer.signPledge);
  const began: Readonly<Record<string, string>> = { version: first.id, signed: sayDay(today()), ...values };
  const version = pledge.versions.find(({ id }) => id === began["version"]) ?? first;
  const value = (name: string): string => began[name] ?? "";
  const [missing, setMissing] = useState<readonly FieldError[]>(NONE);
  const problems = state.kind === "refused" ? state.problems : NONE;
  // The fields stand where they stood when it was refused.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  const errors = useMemo(() => [...missing, ...problems.map(({ path, message }) => ({ name: fieldAt(version, value)(path), message }))], [missing, problems]);
  const form: Form = { value, set, error: (name) => errors.find((error) => error.name === name)?.message };
  useEffect(() => { if (state.kind === "done") saved(); }, [state, saved]);
  const sign = (): void => {
    const found = lacking(version, value);
    setMissing(found);
    if (found.length === 0) act({ pledgeSignature: signatureOf(version, value) });
    else leave();
  };
  if (state.kind === "done") {
    const signature = state.payload.pledgeSignature;
    return (
      <>
        <ActNotice state={state} sendAgain={sendAgain} done={<>The signature of {value("who.called")} is recorded{signature !== null && signature.actions[0] !== undefined && `, with ${counted(signature.actions.length, "action")} due by ${signature.actions[0].dueBy.plain}`}.</>} />
        <ul class="wm-lines wm-after">
          {signature !== null && <li><Link to={`/signatures/${signature.id}`}>See the signature</Link></li>}
          <li><Link to={`/pledges/${pledge.id}`}>Back to the pledge</Link></li>
          <li><button type="button" class="wm-plain-button" onClick={() => { clear(); leave(); }}>Record another signature</button></li>
        </ul>
      </>
    );
  }
  return (
    <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); sign(); }}>
      <ErrorSummary errors={errors} />
      {state.kind !== "refused" && <ActNotice state={state} sendAgain={sendAgain} done="" />}
      {foundFrom !== null && state.kind === "none" && <FoundAgain from={foundFrom} startAnew={clear} />}
      <WhatIsKept isKept={isKept} />
      <fieldset class="wm-bare" disabled={state.kind === "unknown"}>
        <Card title="Who signs">
          {pledge.versions.length > 1 && <SelectField form={form} name="version" label="Which wording is signed?" options={pledge.versions.map(({ id, name }) => ({ value: id, name }))} />}
          <Signatory form={form} />
          <TextField form={form} name="signed" label="When was it signed?" hint="A day or a month, or not stated" />
          {version.signers.length > 0 && (
            <Radios form={form} name="authority" legend="With what authority?" options={version.signers.map(({ authority, examples }) => ({ value: authority, name: plainly(authority), ...(examples.length > 0 ? { hint: `Such as ${examples.join(", ")}` } : {}) }))} />
          )}
        </Card>
        <Card title={`${counted(actionsOf(version).length, "action")}${version.actionMonths === null ? "" : ` within ${counted(version.actionMonths, "month")}`}`}>
          {actionsOf(version).map((index) => <Action key={index} form={form} version={version} index={index} />)}
          <SelectField form={form} name="missing" label="Does it name fewer?" options={[{ value: "", name: "No, all of them" }, { value: "INCOMPLETE", name: "Yes, the rest is still to come" }, { value: "NOT_STATED", name: "Yes, it does not state them" }]} />
        </Card>
        <div class="wm-buttons"><button class="nhsuk-button wm-button">{state.kind === "sending" ? "Saving…" : "Record the signature"}</button></div>
      </fieldset>
    </form>
  );
}

const NONE: readonly never[] = [];
