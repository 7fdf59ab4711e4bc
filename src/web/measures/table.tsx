import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { MeasureTableRowFragment, PageEndsFragment } from "../graph/types.ts";
import { DateText } from "../parts/date-text.tsx";
import { ExampleTag } from "../parts/example-tag.tsx";
import { Pager } from "../parts/pager.tsx";
import { Table, type Column } from "../parts/table.tsx";
import { Tag } from "../parts/tag.tsx";
import { Empty } from "../states/empty.tsx";
import { plainly, wordFor } from "../words/word.ts";
import { measureProgress } from "../words/words.ts";

/** Measures with their latest count and their target. */
export function MeasureTable({ measures, ends }: { readonly measures: readonly MeasureTableRowFragment[]; readonly ends: PageEndsFragment }): JSX.Element {
  if (measures.length === 0) return <Empty>No measure is like this.</Empty>;
  return (
    <>
      <Table caption="Measures" isCaptionHidden columns={columns} rows={measures} keyOf={({ id }) => id} class="wm-table--panel" />
      <Pager ends={ends} />
    </>
  );
}

const columns: readonly Column<MeasureTableRowFragment>[] = [
  { name: "Measure", isHead: true, cell: ({ id, title, isExample, programme, workstream, trainingProgramme, group }) => <><Link to={`/measures/${id}`}>{title}</Link>{isExample && <> <ExampleTag /></>}<span class="wm-under">{(workstream ?? programme ?? trainingProgramme ?? group)?.name}</span></> },
  { name: "Kind", cell: ({ kind }) => plainly(kind) },
  { name: "Latest count", cell: ({ latestActual }) => (latestActual === null ? <span class="wm-absent">None recorded</span> : <><DateText date={latestActual.value} /><span class="wm-under">{[latestActual.period, latestActual.asAt].filter(({ status }) => status === "KNOWN").map(({ plain }) => plain).join(", as at ")}</span></>) },
  { name: "Target", cell: ({ target, targetDue }) => <><DateText date={target} />{targetDue.status === "KNOWN" && <span class="wm-under">by {targetDue.plain}</span>}</> },
  { name: "Against the target", cell: ({ progress: { status } }) => <Tag word={wordFor(measureProgress, status)} /> },
];
