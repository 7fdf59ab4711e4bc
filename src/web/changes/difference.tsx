import type { JSX } from "preact";
import type { DifferenceShownFragment } from "../graph/types.ts";
import { Card } from "../parts/card.tsx";
import { Pager } from "../parts/pager.tsx";
import { Empty } from "../states/empty.tsx";
import { counted } from "../words/counts.ts";
import { ChangeList } from "./list.tsx";

/** What differs between two moments, in the groups in which a board reads it. */
export function DifferenceShown({ difference: { groups, items, unmovedCount, count } }: { readonly difference: DifferenceShownFragment }): JSX.Element {
  if (count === 0) return <Empty>Nothing changed in this time that you may see.</Empty>;
  return (
    <>
      {groups.map(({ group, title, count: inGroup }) => {
        const here = items.nodes.filter((item) => item.group === group);
        return here.length === 0 ? null : <Card key={group} title={title} aside={counted(inGroup, "change")}><ChangeList items={here} /></Card>;
      })}
      <Pager ends={items.pageInfo} />
      {unmovedCount > 0 && <p class="wm-small">{counted(unmovedCount, "record was", "records were")} changed in this time and {unmovedCount === 1 ? "says" : "say"} again what {unmovedCount === 1 ? "it" : "they"} said before.</p>}
    </>
  );
}
