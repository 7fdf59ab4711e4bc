import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { SelectField } from "../form/select-field.tsx";
import { Page } from "../frame/page.tsx";
import type { UpdateFormQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
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
import { Criteria } from "./criteria.tsx";
import { UpdateForm } from "./form.tsx";
import { Measures } from "./measures.tsx";
import { Milestones } from "./milestones.tsx";
import { stepNames } from "./plan-status.ts";
import type { Read } from "./read.ts";
import { Report } from "./report.tsx";
import { Risks } from "./risks.tsx";
import { UpdateForm as Asked } from "./update.graphql.ts";
import { useUpdate } from "./use-update.ts";

/** A lead's whole month of one workstream, on one page and saved as one act. */
export default function UpdatePage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Asked, { id }, "now");
  return (
    <Answer to={answered} what="the workstream">
      {({ workstream, sources }) => (workstream === null ? <NotFound /> : (
        <Page title={`Update ${workstream.name}`} caption={workstream.programme?.name} isExample={workstream.isExample} above={[{ name: "My work", to: "/my-work" }, { name: workstream.name, to: `/workstreams/${id}` }]}>
          <SignedIn to={`update ${workstream.name}`}>{(person) => <Allowed person={person} found={workstream} sources={sources.nodes} />}</SignedIn>
        </Page>
      ))}
    </Answer>
  );
}

interface AllowedProps {
  readonly person: Person;
  readonly found: NonNullable<UpdateFormQuery["workstream"]>;
  readonly sources: UpdateFormQuery["sources"]["nodes"];
}

function Allowed({ person, found, sources }: AllowedProps): JSX.Element {
  const refused = found.viewerCan.find(({ allowed }) => !allowed);
  if (refused !== undefined) return <Notice title="This is for those who lead it"><p>{refused.reason} Whoever runs your programme office can give you a role.</p><p><Link to={`/workstreams/${found.id}`}>Read {found.name} instead</Link></p></Notice>;
  return <Form key={person.id} person={person} found={found} sources={sources} />;
}

function Form({ person, found, sources }: AllowedProps): JSX.Element {
  const fresh = useMemo<Read>(() => ({ ...found, on: "workstream" }), [found]);
  const update = useUpdate(person.id, fresh);
  const { form, read } = update;
  const steps = stepsFrom(read.workstreamStatus);
  return (
    <UpdateForm update={update} fresh={fresh} sources={sources} reasonHint="Why dates moved, a milestone is not wanted any more, or a risk is over. It stays in the history.">
      <Card title="The workstream">
        <p><Tag word={wordFor(workstreamStatus, read.workstreamStatus)} /> <Reporting of={found.freshness} /></p>
        {found.blockedBy.length > 0 && <details class="wm-details"><summary>What has to come first</summary><Blockers blockers={found.blockedBy} /></details>}
        {steps.length > 0 && <SelectField form={form} name="status" label="How does it go on?" options={[{ value: "", name: "It stays as it is" }, ...steps.map((value) => ({ value, name: stepNames[value] }))]} />}
      </Card>
      <Milestones form={form} read={read} fresh={fresh} />
      <Criteria form={form} read={read} />
      <Measures form={form} read={read} />
      <Risks form={form} read={read} />
      <Report form={form} read={read} />
    </UpdateForm>
  );
}
