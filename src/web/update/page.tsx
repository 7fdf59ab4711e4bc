import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { ErrorSummary } from "../form/error-summary.tsx";
import { SelectField } from "../form/select-field.tsx";
import { TextArea } from "../form/text-area.tsx";
import { Page } from "../frame/page.tsx";
import type { UpdateFormQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { FoundAgain, WhatIsKept } from "../kept/notices.tsx";
import { Blockers } from "../parts/blockers.tsx";
import { Card } from "../parts/card.tsx";
import { Reporting } from "../parts/reporting.tsx";
import { Tag } from "../parts/tag.tsx";
import { SignedIn, type Person } from "../session/signed-in.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Notice } from "../states/notice.tsx";
import { workstreamStatus } from "../words/more-words.ts";
import { wordFor } from "../words/word.ts";
import { stepsFrom } from "../words/workstream-steps.ts";
import { ConflictPanel } from "./conflict-panel.tsx";
import { Criteria } from "./criteria.tsx";
import { Measures } from "./measures.tsx";
import { Milestones } from "./milestones.tsx";
import { NotKnown, NotSaved, Saved } from "./notices.tsx";
import { stepNames } from "./plan-status.ts";
import type { Read } from "./read.ts";
import { Report } from "./report.tsx";
import { Risks } from "./risks.tsx";
import { UpdateForm } from "./update.graphql.ts";
import { useUpdate } from "./use-update.ts";

/** A lead's whole month of one workstream, on one page and saved as one act. */
export default function UpdatePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(UpdateForm, { id }, "now");
  return (
    <Answer to={answered} what="the workstream">
      {({ workstream, sources }) => (workstream === null ? <NotFound /> : (
        <Page title={`Update ${workstream.name}`} caption={workstream.programme?.name} isExample={workstream.isExample} above={[{ name: "My work", to: "/my-work" }, { name: workstream.name, to: `/workstreams/${id}` }]}>
          <SignedIn to={`update ${workstream.name}`}>{(person) => <Allowed person={person} fresh={workstream} sources={sources.nodes} />}</SignedIn>
        </Page>
      ))}
    </Answer>
  );
}

interface AllowedProps {
  readonly person: Person;
  readonly fresh: Read;
  readonly sources: UpdateFormQuery["sources"]["nodes"];
}

function Allowed({ person, fresh, sources }: AllowedProps): JSX.Element {
  const refused = fresh.viewerCan.find(({ allowed }) => !allowed);
  if (refused !== undefined) return <Notice title="This is for those who lead it"><p>{refused.reason} Whoever runs your programme office can give you a role.</p><p><Link to={`/workstreams/${fresh.id}`}>Read {fresh.name} instead</Link></p></Notice>;
  return <Form key={person.id} person={person} fresh={fresh} sources={sources} />;
}

function Form({ person, fresh, sources }: AllowedProps): JSX.Element {
  const { form, read, standing, foundFrom, isKept, save, sendAgain, settle, adopt, startAnew } = useUpdate(person.id, fresh);
  if (standing.kind === "saved") return <Saved read={read} standing={standing} startAnew={startAnew} />;
  const begunElsewhere = read.nextStatusReport.openReport === null && standing.kind !== "sending" && standing.kind !== "unknown" ? fresh.nextStatusReport.openReport : null;
  const steps = stepsFrom(read.workstreamStatus);
  const isLocked = standing.kind === "unknown" || standing.kind === "sending";
  return (
    <form class="wm-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!isLocked) save(); }}>
      {standing.kind === "refused" && standing.clashes.length > 0 && <ConflictPanel clashes={standing.clashes} read={read} settle={settle} />}
      <ErrorSummary errors={standing.kind === "refused" ? standing.errors : NO_ERRORS} />
      {standing.kind === "unknown" && <NotKnown isOffline={standing.isOffline} sendAgain={sendAgain} />}
      {standing.kind === "fault" && <NotSaved fault={standing.fault} />}
      {begunElsewhere !== null && (
        <div class="wm-found" role="status">
          <p>Somebody else has begun “{begunElsewhere.title}” since. <button type="button" class="wm-plain-button" onClick={() => { adopt(fresh); }}>Go on with that report</button>; what you typed stays.</p>
        </div>
      )}
      {foundFrom !== null && standing.kind === "writing" && <FoundAgain from={foundFrom} startAnew={startAnew} />}
      <WhatIsKept isKept={isKept} />
      {/* What was sent and may have arrived is not changed until that is known. */}
      <fieldset class="wm-bare" disabled={standing.kind === "unknown"}>
        <Card title="The workstream">
          <p><Tag word={wordFor(workstreamStatus, read.workstreamStatus)} /> <Reporting of={read.freshness} /></p>
          {fresh.blockedBy.length > 0 && <details class="wm-details"><summary>What has to come first</summary><Blockers blockers={fresh.blockedBy} /></details>}
          {steps.length > 0 && <SelectField form={form} name="status" label="How does it go on?" options={[{ value: "", name: "It stays as it is" }, ...steps.map((value) => ({ value, name: stepNames[value] }))]} />}
        </Card>
        <Milestones form={form} read={read} fresh={fresh} />
        <Criteria form={form} read={read} />
        <Measures form={form} read={read} />
        <Risks form={form} read={read} />
        <Report form={form} read={read} />
        <Card title="Reason and source">
          <TextArea form={form} name="reason" label="Reason" hint="Why dates moved, a milestone is not wanted any more, or a risk is over. It stays in the history." rows={2} />
          <SelectField form={form} name="source.id" label="What it rests on" hint="A document that is recorded here, if there is one" options={[{ value: "", name: "None" }, ...sources.map(({ id, title }) => ({ value: id, name: title }))]} />
        </Card>
        <div class="wm-buttons">
          <button class="nhsuk-button wm-button" aria-disabled={isLocked}>{standing.kind === "sending" ? "Saving…" : "Save this update"}</button>
        </div>
      </fieldset>
    </form>
  );
}

/** The same each time, so that nothing takes the focus anew. */
const NO_ERRORS: readonly never[] = [];
