import type { JSX } from "preact";
import { hrefOf } from "../address/address.ts";
import { go } from "../address/history.ts";
import { useStanding } from "../address/standing.ts";

/** Looks for words in everything. Without scripts it would be a form like any other. */
export function HeaderSearch(): JSX.Element {
  const standing = useStanding();
  return (
    <search class="wm-header__search">
      <form
        action="/search"
        onSubmit={(event) => {
          event.preventDefault();
          const words = new FormData(event.currentTarget).get("words");
          go(hrefOf("/search", { ...standing, ...(typeof words === "string" ? { words } : {}) }));
        }}
      >
        <input aria-label="Search everything" class="wm-header__field" type="search" name="words" placeholder="Search" autocomplete="off" maxLength={200} />
        <button class="wm-header__find" aria-label="Search">
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false"><circle cx="10.5" cy="10.5" r="6.5" /><path d="m15.5 15.5 5 5" /></svg>
        </button>
      </form>
    </search>
  );
}
