import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { PathParts } from "../address/page-type.ts";
import { Page } from "../frame/page.tsx";
import { useAnswer } from "../graph/use-answer.ts";
import { SignedIn } from "../session/signed-in.tsx";
import { Answer } from "../states/answer.tsx";
import { NotFound } from "../states/not-found.tsx";
import { Notice } from "../states/notice.tsx";
import { MayImport } from "./bring-in.graphql.ts";
import { Choice } from "./choice.tsx";
import { Outcome } from "./outcome.tsx";
import { Sheets } from "./sheets.tsx";
import { tables } from "./tables.ts";
import { useBringIn, type Stage } from "./use-bring-in.ts";

/** A file of rows, chosen, tried, and brought in. */
export default function BringInPage({ parts: { table = "" } }: { readonly parts: PathParts }): JSX.Element {
  const found = tables.find((one) => one.table === table);
  if (found === undefined) return <NotFound />;
  const { of, to } = found;
  return (
    <Page title={`Bring in ${of}`} above={[{ name: found.name, to }]} lead={<p>Fill in the sheet, or use your own with columns of these names. It is tried first: nothing is written until you say so.</p>}>
      <Sheets table={table} of={of} />
      <SignedIn to={`bring in ${of}`}>{({ id }) => <Allowed key={`${id} ${table}`} table={table} of={of} to={to} />}</SignedIn>
    </Page>
  );
}

function Allowed({ table, of, to }: { readonly table: string; readonly of: string; readonly to: string }): JSX.Element {
  const answered = useAnswer(MayImport, {}, "now");
  return (
    <Answer to={answered} what="whether you may do this">
      {({ viewer }) => (viewer.mayImport ? <BringingIn table={table} /> : (
        <Notice title="This is for those who write here"><p>Your roles are for reading. Whoever runs your programme office can give you another.</p><p><Link to={to}>Read {of} instead</Link></p></Notice>
      ))}
    </Answer>
  );
}

function BringingIn({ table }: { readonly table: string }): JSX.Element {
  const { stage, attempt, bringIn, sendAgain, startAnew } = useBringIn();
  // Of what may be on its way, nothing is changed any more.
  const isHeld = stage.kind === "sending" || (stage.kind === "sent" && stage.came.kind === "unknown");
  return (
    <>
      <Choice table={table} isSending={isHeld} attempt={attempt} onChange={startAnew} />
      <p role="status">{inWords(stage)}</p>
      {(stage.kind === "tried" || stage.kind === "sent") && <Outcome stage={stage} bringIn={bringIn} sendAgain={sendAgain} startAnew={startAnew} />}
    </>
  );
}

function inWords(stage: Stage): string {
  if (stage.kind !== "sending") return "";
  const { isTrial, progress } = stage;
  const words = isTrial ? "Trying it" : "Bringing it in";
  return progress === null ? `${words}…` : `${words}: ${progress.rows.toLocaleString("en-GB")} of ${progress.of.toLocaleString("en-GB")} rows…`;
}
