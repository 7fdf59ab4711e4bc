import type { JSX } from "preact";
import { pagesWithSent } from "../acts/sent.ts";
import { Link } from "../address/link.tsx";
import { CalendarAddresses } from "../calendar/addresses.tsx";
import { Page } from "../frame/page.tsx";
import type { MyWorkQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { keptForms } from "../kept/kept.ts";
import { Card } from "../parts/card.tsx";
import { RecordLink } from "../records/record-link.tsx";
import { SignedIn } from "../session/signed-in.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { daysAfter, today } from "../words/today.ts";
import { plainly } from "../words/word.ts";
import { HandedIn } from "./handed-in.tsx";
import { Led } from "./led.tsx";
import { MyWork } from "./my-work.graphql.ts";

/** How far ahead a desk looks. */
const DAYS_AHEAD = 42;

/** What somebody leads, and what of it waits for them. */
export default function MyWorkPage(): JSX.Element {
  return (
    <Page title="My work">
      <SignedIn to="see your work">{(person) => <Asked person={person.id} />}</SignedIn>
    </Page>
  );
}

function Asked({ person }: { readonly person: string }): JSX.Element {
  const now = today();
  const answered = useAnswer(MyWork, { today: now, soon: daysAfter(now, DAYS_AHEAD) }, "now");
  return <Answer to={answered} what="your work">{(answer) => <Shown person={person} answer={answer} today={now} />}</Answer>;
}

function Shown({ person, answer: { viewer, handedIn }, today }: { readonly person: string; readonly answer: MyWorkQuery; readonly today: string }): JSX.Element {
  const { leads, roles } = viewer;
  const toPublish = handedIn.nodes.filter(({ viewerCan }) => viewerCan.some(({ allowed }) => allowed));
  const left = keptForms(person);
  const sentOn = pagesWithSent(person);
  return (
    <>
      <Roles roles={roles} />
      {sentOn.length > 0 && (
        <Card title="Sent, and not known whether it arrived">
          <ul class="wm-lines">{sentOn.map((page) => <li key={page}><Link to={page}>Go back to where you sent it</Link></li>)}</ul>
        </Card>
      )}
      {toPublish.length > 0 && <HandedIn reports={toPublish} />}
      {byUrgency(leads.nodes).map((workstream) => <Led key={workstream.id} workstream={workstream} today={today} isLeft={left.includes(`update:${workstream.id}`)} />)}
      {leads.totalCount > leads.nodes.length && <p>You lead {leads.totalCount} workstreams; these are the first {leads.nodes.length}. <Link to="/readiness">See all workstreams</Link></p>}
      <CalendarAddresses />
      {leads.nodes.length === 0 && toPublish.length === 0 && <Card title="Nothing waits for you"><Empty>You lead no workstream, and no report waits for you to publish it.</Empty></Card>}
    </>
  );
}

/** Whose report is due first, or has been for longest. */
function byUrgency(workstreams: MyWorkQuery["viewer"]["leads"]["nodes"]): MyWorkQuery["viewer"]["leads"]["nodes"] {
  const due = ({ freshness: { nextDueOn } }: (typeof workstreams)[number]): string => nextDueOn ?? "9999";
  return workstreams.toSorted((a, b) => due(a).localeCompare(due(b)));
}

function Roles({ roles }: { readonly roles: MyWorkQuery["viewer"]["roles"] }): JSX.Element {
  if (roles.length === 0) return <p>You are signed in and hold no role yet. Whoever runs your programme office can give you one.</p>;
  return (
    <ul class="wm-inline wm-small wm-roles">
      {roles.map(({ role, holdsFor, forEverything }) => (
        <li key={`${role} ${holdsFor === null ? "" : holdsFor.called}`}>{plainly(role)} {forEverything ? "of everything" : holdsFor !== null && <>of <RecordLink record={holdsFor} /></>}</li>
      ))}
    </ul>
  );
}
