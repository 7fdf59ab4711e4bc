import type { ComponentChildren, JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Card } from "./card.tsx";

export interface RecordLine {
  readonly id: string;
  readonly to: string;
  readonly name: string;
  /** What stands beside the name. */
  readonly detail?: ComponentChildren;
}

/** Records that belong to another, line by line under a heading; nothing where there are none. */
export function RecordList({ title, lines }: { readonly title: string; readonly lines: readonly RecordLine[] }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <Card title={title}>
      <ul class="wm-entries">
        {lines.map(({ id, to, name, detail }) => (
          <li key={id}>
            <p class="wm-entries__text"><Link to={to}>{name}</Link></p>
            {detail !== undefined && detail !== null && detail !== "" && <p class="wm-small">{detail}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
