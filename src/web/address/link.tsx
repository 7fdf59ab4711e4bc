import type { ComponentChildren, JSX } from "preact";
import { hrefOf, type QueryParts } from "./address.ts";
import { useStanding } from "./standing.ts";

interface LinkProps {
  readonly to: string;
  readonly query?: QueryParts;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link to a page of ours. What holds for all pages, such as the day they are read as at, goes with it. */
export function Link({ to, query, class: className, current = false, children }: LinkProps): JSX.Element {
  const standing = useStanding();
  return (
    <a href={hrefOf(to, { ...standing, ...query })} class={className} aria-current={current ? "page" : undefined}>
      {children}
    </a>
  );
}
