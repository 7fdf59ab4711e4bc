import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { ChangeItemFragment } from "../graph/types.ts";
import { recordPath, kindName } from "../records/kinds.ts";
import { counted } from "../words/counts.ts";
import { fieldWords } from "../words/fields.ts";

/** What became of each record: in a line what it comes to, and behind it each field before and after. */
export function ChangeList({ items }: { readonly items: readonly ChangeItemFragment[] }): JSX.Element {
  return <ul class="wm-entries">{items.map((item) => <Item key={item.id} item={item} />)}</ul>;
}

function Item({ item: { title, isNew, isGone, moves, says, about, record, fields, works } }: { readonly item: ChangeItemFragment }): JSX.Element {
  const facts = [isNew ? "new" : null, isGone ? "removed" : null, ...says, moves > 1 ? `in ${counted(moves, "step")}` : null].filter((fact) => fact !== null);
  const rows = [...works.map(({ field, before, after }) => ({ name: fieldWords(field), before, after })), ...fields.map(({ words, before, after }) => ({ name: fieldWords(words), before: before?.plain ?? null, after: after?.plain ?? null }))];
  return (
    <li>
      <p class="wm-entries__text">{isGone ? title : <Link to={recordPath(record.__typename, record.id)}>{title}</Link>}{facts.length > 0 && <>: {facts.join("; ")}</>}</p>
      <p class="wm-small">{kindName(record.__typename)}{about !== null && <>, <Link to={recordPath(about.__typename, about.id)}>{about.called}</Link></>}</p>
      {rows.length > 0 && (
        <details class="wm-details">
          <summary>Before and after<span class="nhsuk-u-visually-hidden"> of {title}</span></summary>
          <table class="wm-changes">
            <thead><tr><th scope="col">Field</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
            <tbody>{rows.map(({ name, before, after }) => <tr key={name}><th scope="row">{name}</th><td>{before ?? <span class="wm-absent">Nothing</span>}</td><td>{after ?? <span class="wm-absent">Nothing</span>}</td></tr>)}</tbody>
          </table>
        </details>
      )}
    </li>
  );
}
