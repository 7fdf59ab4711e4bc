import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import { Account } from "./account.tsx";
import { HeaderSearch } from "./header-search.tsx";
import { Menu } from "./menu.tsx";

/** Whose pages these are, who is signed in, and where else to go. */
export function Header({ path }: { readonly path: string }): JSX.Element {
  return (
    <header class="wm-header">
      <div class="wm-width wm-header__row">
        <Link class="wm-header__name" to="/">
          <svg class="wm-header__mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
            <circle cx="16" cy="16" r="16" />
            <path d="M7 16.5 16 8l9 8.5h-5V24h-8v-7.5z" />
          </svg>
          Waymark
        </Link>
        <HeaderSearch />
        <Account />
      </div>
      <Menu path={path} />
    </header>
  );
}
