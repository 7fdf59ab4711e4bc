import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ActionLineFragment, ActionProgress, PledgesQuery } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { DateText } from "../parts/date-text.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Empty } from "../states/empty.tsx";
import { counted, listed, nounFor } from "../words/counts.ts";
import { plainly, wordFor, type Word } from "../words/word.ts";
import { Signatory } from "./signatory.tsx";

export const progressWords: Readonly<Record<ActionProgress, Word>> = {
  DONE: { text: "Done", tone: "good" },
  IN_PROGRESS: { text: "In progress", tone: "info" },
  NOT_STARTED: { text: "Not started", tone: "quiet" },
  NOT_REPORTED: { text: "Not reported", tone: "unknown" },
};

interface ActionsProps {
  readonly actions: PledgesQuery["pledgeActions"];
  /** How many are surely past their due day. */
  readonly pastDue: number;
}

/** The actions that have not been reviewed, what comes due first on top. */
export function Actions({ actions: { totalCount, edges }, pastDue }: ActionsProps): JSX.Element {
  return (
    <Card title="Actions not yet reviewed" aside={totalCount > edges.length ? `${edges.length} of ${counted(totalCount, "action")}` : counted(totalCount, "action")}>
      {pastDue > 0 && <p>{counted(pastDue, "action has", "actions have")} passed the day on which {pastDue === 1 ? "it was" : "they were"} due, and {pastDue === 1 ? "waits" : "wait"} for a review.</p>}
      {edges.length === 0 ? <Empty>No action waits for a review.</Empty> : <Table caption="Actions not yet reviewed" isCaptionHidden columns={columns} rows={edges.map(({ node }) => node)} keyOf={({ id }) => id} />}
    </Card>
  );
}

const columns: readonly Column<ActionLineFragment>[] = [
  { name: "Action", isHead: true, cell: ({ id, statement, isExample, nature }) => <><Link to={`/records/${id}`}>{statement}</Link>{isExample && <> <ExampleTag /></>}{nature !== null && <span class="wm-under">{plainly(nature)} work</span>}</> },
  { name: "By", cell: ({ signature }) => (signature === null ? "" : <Signatory signature={signature} />) },
  { name: "Due", cell: ({ dueBy }) => <DateText date={dueBy} /> },
  { name: "Progress", cell: ({ progress }) => <Tag word={wordFor(progressWords, progress)} /> },
  { name: "Serves", cell: ({ commitments }) => (commitments.length === 0 ? <span class="wm-absent">Not recorded</span> : `${nounFor(commitments.length, "Commitment")} ${listed(commitments.map(({ number }) => String(number)))}`) },
];
