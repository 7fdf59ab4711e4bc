import type { JSX } from "preact";
import type { OrganisationBeforeQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { RecordList, type RecordLine } from "../parts/record-list.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { plainly } from "../words/word.ts";
import { OrganisationBefore } from "./organisation.graphql.ts";

/** What is recorded of the bodies whose place an organisation took: it stays theirs, and is found here too. */
export function Before({ id }: { readonly id: string }): JSX.Element {
  const answered = useAnswer(OrganisationBefore, { id });
  return <Answer to={answered} what="what was there before it">{({ organisation }) => (organisation === null ? null : <Shown id={id} found={organisation} />)}</Answer>;
}

type Found = NonNullable<OrganisationBeforeQuery["organisation"]>;
type Body = { readonly id: string; readonly name: string } | null;

function Shown({ id, found }: { readonly id: string; readonly found: Found }): JSX.Element {
  /** Of those before it only, each with whose it was. */
  const theirs = (body: Body, line: Omit<RecordLine, "detail">): readonly RecordLine[] => (body === null || body.id === id ? [] : [{ ...line, detail: body.name }]);
  const lists: readonly (readonly [string, readonly RecordLine[]])[] = [
    ["Hosted before it", found.hostedProgrammes.nodes.flatMap((one) => theirs(one.host, { id: one.id, to: `/programmes/${one.id}`, name: one.name }))],
    ["Led before it", found.leads.nodes.flatMap((one) => theirs(one.leadOrganisation, { id: one.id, to: `/workstreams/${one.id}`, name: one.name }))],
    ["Milestones owned before it", found.ownedMilestones.nodes.flatMap((one) => theirs(one.ownerOrganisation, { id: one.id, to: `/milestones/${one.id}`, name: `${one.title}, ${one.due.plain}` }))],
    ["People in roles before it", found.roles.nodes.flatMap((one) => theirs(one.organisation, { id: one.id, to: one.person === null ? `/records/${one.id}` : `/people/${one.person.id}`, name: one.person?.name ?? one.title ?? plainly(one.capacity) }))],
    ["Sat on before it", found.memberships.nodes.flatMap(({ id: membership, organisation, group, healthIntegrationTeam: team }) => (group === null ? (team === null ? [] : theirs(organisation, { id: membership, to: `/teams/${team.id}`, name: team.name })) : theirs(organisation, { id: membership, to: `/groups/${group.id}`, name: group.name })))],
    ["Posts before it", found.posts.nodes.flatMap((one) => theirs(one.host, { id: one.id, to: `/records/${one.id}`, name: one.title }))],
    ["Pledges signed before it", found.pledgeSignatures.nodes.flatMap((one) => theirs(one.organisation, { id: one.id, to: `/signatures/${one.id}`, name: one.pledge?.title ?? "A pledge" }))],
    ["Funding before it", found.awardParties.nodes.flatMap((one) => (one.award === null ? [] : theirs(one.organisation, { id: one.id, to: `/funding/${one.award.id}`, name: one.award.title })))],
  ];
  if (lists.every(([, lines]) => lines.length === 0)) return <Card title="Before it"><Empty>Nothing is recorded of the bodies whose place it took.</Empty></Card>;
  return <div class="wm-columns">{lists.map(([title, lines]) => <RecordList key={title} title={title} lines={lines} />)}</div>;
}
