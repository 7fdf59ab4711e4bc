import type { JSX } from "preact";
import { Link } from "../address/link.tsx";

export interface Crumb {
  readonly name: string;
  readonly to: string;
}

/** The way here from the top. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }): JSX.Element {
  return (
    <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol class="nhsuk-breadcrumb__list">
        {crumbs.map(({ name, to }) => (
          <li class="nhsuk-breadcrumb__list-item" key={to}>
            <Link class="nhsuk-breadcrumb__link" to={to}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
