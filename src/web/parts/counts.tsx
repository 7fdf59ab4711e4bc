import type { ComponentChildren, JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { QueryParts } from "../address/address.ts";
import { nounFor, plural } from "../words/counts.ts";

export interface CountRow {
  readonly key: string;
  readonly name: ComponentChildren;
  readonly count: number;
  /** Where the records behind the number are. */
  readonly to: string;
  readonly query?: QueryParts;
  readonly tone?: string;
}

interface CountsProps {
  readonly caption: string;
  /** What the rows are. */
  readonly head: string;
  /** What is counted, as one of it is called. */
  readonly counts: string;
  readonly rows: readonly CountRow[];
}

/** Counts beside one another, each with a bar and open to its records. The chart and its table are one. */
export function Counts({ caption, head, counts, rows }: CountsProps): JSX.Element {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return (
    <table class="wm-counts">
      <caption class="nhsuk-u-visually-hidden">{caption}</caption>
      <thead class="nhsuk-u-visually-hidden">
        <tr><th scope="col">{head}</th><th scope="col">{capital(plural(counts))}</th></tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count, to, query, tone = "quiet" }) => (
          <tr key={key} class={count === 0 ? "wm-counts__none" : undefined}>
            <th scope="row">{name}</th>
            <td>
              <span class="wm-counts__bar" aria-hidden="true"><span class={`wm-bar wm-bar--${tone}`} style={{ width: `${(count / most) * 100}%` }} /></span>
              <span class="wm-counts__number">{count === 0 ? "0" : <Link to={to} {...(query === undefined ? {} : { query })}>{count.toLocaleString("en-GB")}<span class="nhsuk-u-visually-hidden"> {nounFor(count, counts)}</span></Link>}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
