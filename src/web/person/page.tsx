import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import type { PersonQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { RecordList } from "../parts/record-list.tsx";
import { Sources } from "../parts/sources.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { plainly } from "../words/word.ts";
import { Person } from "./person.graphql.ts";

/** One person in their roles, each with its source. */
export default function PersonPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(Person, { id });
  return <Answer to={answered} what="the person">{({ person }) => (person === null ? <NotFound /> : <Shown person={person} />)}</Answer>;
}

function Shown({ person }: { readonly person: NonNullable<PersonQuery["person"]> }): JSX.Element {
  const { id, name, roles, posts, memberships } = person;
  return (
    <Page title={name} caption="Person in a role" isExample={person.isExample} above={[{ name: "People", to: "/people" }]}>
      <Card title="Roles">
        {roles.nodes.length + posts.nodes.length + memberships.nodes.length === 0 ? <Empty>No role is recorded that you may see.</Empty> : (
          <ul class="wm-entries">
            {roles.nodes.map(({ id: role, capacity, title, organisation, since, until, source }) => (
              <li key={role}>
                <p class="wm-entries__text">{title ?? plainly(capacity)}{organisation !== null && <>, <Link to={`/organisations/${organisation.id}`}>{organisation.name}</Link></>}</p>
                <p class="wm-small">{title !== null && `${plainly(capacity)}. `}{since.status === "KNOWN" && `Since ${since.plain}. `}{until.status === "KNOWN" && `Until ${until.plain}. `}{source !== null && <>As in <Link to={`/sources/${source.id}`}>{source.title}</Link></>}</p>
                <Sources record={role} of={title ?? plainly(capacity)} />
              </li>
            ))}
            {posts.nodes.flatMap(({ id: holder, post, since, until }) => (post === null ? [] : [
              <li key={holder}>
                <p class="wm-entries__text"><Link to={`/records/${post.id}`}>{post.title}</Link></p>
                <p class="wm-small">Holds the post{since.status === "KNOWN" && `, since ${since.plain}`}{until.status === "KNOWN" && `, until ${until.plain}`}</p>
                <Sources record={holder} of={post.title} />
              </li>,
            ]))}
            {memberships.nodes.map(({ id: membership, capacity, group, healthIntegrationTeam: team }) => (
              <li key={membership}>
                <p class="wm-entries__text">{plainly(capacity)} of {group !== null && <Link to={`/groups/${group.id}`}>{group.name}</Link>}{team !== null && <Link to={`/teams/${team.id}`}>{team.name}</Link>}</p>
                <Sources record={membership} of={plainly(capacity)} />
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div class="wm-columns">
        <RecordList title="Outputs" lines={person.outputContributions.nodes.flatMap(({ id: part, role, output }) => (output === null ? [] : [{ id: part, to: `/records/${output.id}`, name: output.title, detail: plainly(role) }]))} />
        <RecordList title="Events" lines={person.eventParties.nodes.flatMap(({ id: part, role, event, series }) => { const at = event ?? series; return at === null ? [] : [{ id: part, to: `/records/${at.id}`, name: at.title, detail: plainly(role) }]; })} />
        <RecordList title="Studies led" lines={person.ledStudies.nodes.map((study) => ({ id: study.id, to: `/records/${study.id}`, name: study.name }))} />
        <RecordList title="Consultations" lines={[...person.consultedIn.nodes, ...person.contactIn.nodes].flatMap(({ id: part, consultation }) => (consultation === null ? [] : [{ id: part, to: `/records/${consultation.id}`, name: consultation.title }]))} />
        <RecordList title="Pledges signed" lines={person.pledgeSignatures.nodes.map(({ id: signature, pledge }) => ({ id: signature, to: `/signatures/${signature}`, name: pledge?.title ?? "A pledge" }))} />
      </div>
      <Trail id={id} />
    </Page>
  );
}
