import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { useReading } from "../address/reading-day.ts";
import { Subscribe } from "../calendar/subscribe.tsx";
import { Page } from "../frame/page.tsx";
import type { OrganisationQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { MilestoneTable } from "../milestones/table.tsx";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { codeOf } from "../words/codes.ts";
import { plainly } from "../words/word.ts";
import { sectors } from "../words/words.ts";
import { Before } from "./before.tsx";
import { Organisation } from "./organisation.graphql.ts";
import { OrganisationsRest } from "./rest.tsx";

/** One organisation: what it is called and was, what came before and after it, and everything it has to do with. */
export default function OrganisationPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Organisation, { id, on: useReading().on });
  return <Answer to={answered} what="the organisation">{({ organisation }) => (organisation === null ? <NotFound /> : <Shown organisation={organisation} />)}</Answer>;
}

type Found = NonNullable<OrganisationQuery["organisation"]>;

function Shown({ organisation }: { readonly organisation: Found }): JSX.Element {
  const { id, name, ownedMilestones } = organisation;
  return (
    <Page title={name} caption="Organisation" isExample={organisation.isExample} above={[{ name: "Organisations", to: "/organisations" }]}>
      <About organisation={organisation} />
      {ownedMilestones.nodes.length > 0 && <Card title="Milestones that it owns"><MilestoneTable caption="Milestones" isCaptionHidden rows={ownedMilestones.nodes} isBare /></Card>}
      <div class="wm-columns">
        <RecordList title="People in roles" lines={organisation.roles.nodes.map(({ id: role, capacity, title, person }) => ({ id: role, to: person === null ? `/records/${role}` : `/people/${person.id}`, name: person?.name ?? title ?? plainly(capacity), detail: title ?? plainly(capacity) }))} />
        <RecordList title="Hosts" lines={organisation.hostedProgrammes.nodes.map((programme) => ({ id: programme.id, to: `/programmes/${programme.id}`, name: programme.name }))} />
        <RecordList title="Leads" lines={organisation.leads.nodes.map((workstream) => ({ id: workstream.id, to: `/workstreams/${workstream.id}`, name: workstream.name, detail: workstream.programme?.name }))} />
        <RecordList title="Is to supply" lines={organisation.criteriaToSupply.nodes.map((criterion) => ({ id: criterion.id, to: `/records/${criterion.id}`, name: criterion.statement, detail: [plainly(criterion.status), criterion.workstream?.name].filter((part) => part !== undefined).join(", ") }))} />
        <RecordList title="Sits on" lines={organisation.memberships.nodes.flatMap(({ id: membership, capacity, group, healthIntegrationTeam: team }) => (group === null ? (team === null ? [] : [{ id: membership, to: `/teams/${team.id}`, name: team.name, detail: plainly(capacity) }]) : [{ id: membership, to: `/groups/${group.id}`, name: group.name, detail: plainly(capacity) }]))} />
        <RecordList title="Posts" lines={organisation.posts.nodes.map((post) => ({ id: post.id, to: `/records/${post.id}`, name: post.title, detail: plainly(post.status) }))} />
        <RecordList title="Pledges signed" lines={organisation.pledgeSignatures.nodes.map(({ id: signature, signed, pledge }) => ({ id: signature, to: `/signatures/${signature}`, name: pledge?.title ?? "A pledge", detail: <DateText date={signed} /> }))} />
        <RecordList title="Its units" lines={organisation.units.nodes.map((unit) => ({ id: unit.id, to: `/organisations/${unit.id}`, name: unit.name }))} />
        <OrganisationsRest id={id} />
      </div>
      {organisation.predecessors.length > 0 && <Before id={id} />}
      <Subscribe about={id} holds="The milestones that it answers for, the actions that it pledged and its part in events" />
      <Trail id={id} />
    </Page>
  );
}

function About({ organisation }: { readonly organisation: Found }): JSX.Element {
  const { kind, sector, status, place, parent, names, identifiers, predecessors, successors } = organisation;
  return (
    <Card title="About it">
      <Facts>
        <Fact name="Kind" of={organisation} field="kind">{kind !== null && plainly(kind)}</Fact>
        <Fact name="Sector" of={organisation} field="sector">{sector !== null && sectors[sector]}</Fact>
        <Fact name="Status" of={organisation} field="status">{plainly(status)}</Fact>
        <Fact name="Where" of={organisation} field="place">{place !== null && <Link to={`/records/${place.id}`}>{place.name}</Link>}</Fact>
        {parent !== null && <Fact name="Part of" of={organisation} field="parent"><Link to={`/organisations/${parent.id}`}>{parent.name}</Link></Fact>}
        <Fact name="Since" of={organisation} field="since"><DateText date={organisation.since} /></Fact>
        <Fact name="Until" of={organisation} field="until"><DateText date={organisation.until} /></Fact>
        {names.length > 0 && <Fact name="Other names"><ul class="wm-lines">{names.map(({ id, name, kind: sort }) => <li key={id}><Link to={`/records/${id}`}>{name}</Link> <span class="wm-small">{plainly(sort).toLowerCase()}</span></li>)}</ul></Fact>}
        <Fact name="Codes">
          {identifiers.length === 0 ? <span class="wm-absent">None recorded</span> : (
            <ul class="wm-lines">
              {identifiers.map((identifier) => <li key={identifier.id}><Link to={`/records/${identifier.id}`}>{codeOf(identifier)}</Link> <span class="wm-small">last verified: {identifier.verified.plain}</span></li>)}
            </ul>
          )}
        </Fact>
        {predecessors.length > 0 && <Fact name="Came after"><ul class="wm-lines">{predecessors.flatMap(({ id, effective, predecessor }) => (predecessor === null ? [] : [<li key={id}><Link to={`/organisations/${predecessor.id}`}>{predecessor.name}</Link> <span class="wm-small">from <DateText date={effective} /></span></li>]))}</ul></Fact>}
        {successors.length > 0 && <Fact name="Was followed by"><ul class="wm-lines">{successors.flatMap(({ id, effective, successor }) => (successor === null ? [] : [<li key={id}><Link to={`/organisations/${successor.id}`}>{successor.name}</Link> <span class="wm-small">from <DateText date={effective} /></span></li>]))}</ul></Fact>}
      </Facts>
    </Card>
  );
}
