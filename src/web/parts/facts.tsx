import type { ComponentChildren, JSX } from "preact";
import type { ValueStatus } from "../graph/types.ts";
import { Absent } from "./absent.tsx";
import { Sources } from "./sources.tsx";

/** A record as its facts need it: which fields are empty, and why. */
export interface Traced {
  readonly id: string;
  readonly gaps: readonly { readonly field: string; readonly status: ValueStatus }[];
}

/** What is known of a record, a line for each fact. */
export function Facts({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <dl class="wm-facts">{children}</dl>;
}

interface FactProps {
  readonly name: string;
  /** Whose fact it is, and which field of it: with them come the words of its source, and why it is empty. */
  readonly of?: Traced;
  readonly field?: string;
  readonly children?: ComponentChildren;
}

/** One fact with its source a step away. An empty one says why it is empty: null is never just nothing. */
export function Fact({ name, of, field, children }: FactProps): JSX.Element {
  const gap = of?.gaps.find((each) => each.field === field)?.status ?? "UNKNOWN";
  return (
    <div class="wm-facts__row">
      <dt>{name}</dt>
      <dd>
        {isNothing(children) ? <Absent status={gap} /> : children}
        {of !== undefined && field !== undefined && <Sources record={of.id} field={field} of={name} />}
      </dd>
    </div>
  );
}

/** Whether nothing would be seen of it. */
function isNothing(children: ComponentChildren): boolean {
  if (Array.isArray(children)) return children.every(isNothing);
  return children === null || children === undefined || children === false || children === "";
}
