import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { DifferenceShown } from "../changes/difference.tsx";
import { Page } from "../frame/page.tsx";
import type { BoardPackQuery } from "../graph/types.ts";
import { useAnswer } from "../graph/use-answer.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { useListPage } from "../parts/pager.tsx";
import { PrintButton } from "../parts/print-button.tsx";
import { Tag } from "../parts/tag.tsx";
import { Trail } from "../records/trail.tsx";
import { Answer } from "../states/answer.tsx";
import { Empty } from "../states/empty.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Notice } from "../states/notice.tsx";
import { counted } from "../words/counts.ts";
import { sayDay, sayInstant } from "../words/days.ts";
import { today } from "../words/today.ts";
import { BoardPack } from "./pack.graphql.ts";
import { PrintedHash } from "./printed-hash.tsx";

type Pack = NonNullable<BoardPackQuery["boardPack"]>;

/** One board's frozen moment: where to read everything as it stood, what changed since, and whether nobody has rewritten it. */
export default function BoardPackPage({ parts: { id = "" } }: { readonly parts: PathParts }): JSX.Element {
  const answered = useAnswer(BoardPack, { id, ...useListPage(100) });
  return <Answer to={answered} what="the board pack">{({ boardPack }) => (boardPack === null ? <NotFound /> : <Shown pack={boardPack} />)}</Answer>;
}

function Shown({ pack }: { readonly pack: Pack }): JSX.Element {
  const { id, title, isExample, withdrawnOn, withdrawReason, group, system, meetsOn, changesSince } = pack;
  return (
    <Page title={title} caption="Board pack" isExample={isExample} above={[{ name: "Board packs", to: "/packs" }]} lead={<p>For the meeting on {sayDay(meetsOn)}{group !== null && <> of <Link to={`/groups/${group.id}`}>{group.name}</Link></>}.</p>}>
      {withdrawnOn !== null && <Notice title={`Withdrawn on ${sayDay(withdrawnOn)}`}><p>{withdrawReason ?? "No reason is recorded."}</p></Notice>}
      <div class="wm-controls"><PrintButton /></div>
      <Card title="The moment that it holds">
        <Facts>
          <Fact name="Position as on" of={pack} field="asOn"><AsItStood pack={pack} /></Fact>
          <Fact name="About"><About pack={pack} /></Fact>
          {system !== null && <Fact name="Of the system"><Link to={`/records/${system.id}`}>{system.name}</Link></Fact>}
        </Facts>
      </Card>
      <Seal pack={pack} />
      <section class="wm-section" aria-labelledby="since">
        <h2 id="since">What changed since{changesSince !== null && <span class="wm-small"> {counted(changesSince.count, "change")}</span>}</h2>
        {changesSince === null ? <Empty>What changed since cannot be told.</Empty> : <DifferenceShown difference={changesSince} />}
      </section>
      <Trail id={id} />
    </Page>
  );
}

/** A day that is over can be read on every page. */
function AsItStood({ pack: { asOn } }: { readonly pack: Pack }): JSX.Element {
  if (asOn >= today()) return <>{sayDay(asOn)}, when it was frozen</>;
  return <>{sayDay(asOn)}. <Link to="/" query={{ at: asOn }}>Read every page as at that day</Link>, or <Link to="/changes" query={{ at: undefined, from: asOn }}>all that changed since, as text for a paper</Link>.</>;
}

function About({ pack: { programmes, asOn } }: { readonly pack: Pack }): JSX.Element {
  if (programmes.length === 0) return <>Everything that was recorded</>;
  const then = asOn < today() ? { at: asOn } : {};
  return <ul class="wm-lines">{programmes.map(({ id, name }) => <li key={id}><Link to={`/programmes/${id}`} query={then}>{name}</Link></li>)}</ul>;
}

function Seal({ pack: { id, entry, entryAt, headHash, matchesLedger } }: { readonly pack: Pack }): JSX.Element {
  return (
    <Card title="Its seal" aside={<Tag word={matchesLedger ? { text: "The ledger has the same", tone: "good" } : { text: "The ledger has another", tone: "poor" }} />}>
      <p>Print this in the paper. It seals all that was recorded up to entry {entry} of {sayInstant(entryAt)}: whoever keeps it can prove, years later, whether anything before it was rewritten.</p>
      <p class="wm-hash"><code>{headHash}</code></p>
      {!matchesLedger && <Notice title="What came before this pack was rewritten" isUrgent><p>The ledger has another hash at this entry than the pack froze. Tell whoever runs Waymark: <code>waymark verify</code> names the first entry that differs.</p></Notice>}
      <PrintedHash id={id} />
    </Card>
  );
}
