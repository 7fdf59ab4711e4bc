import type { JSX } from "preact";

/** Something is on its way. It is said after a moment only: most answers are there before. */
export function Waiting({ what }: { readonly what: string }): JSX.Element {
  return (
    <div class="wm-waiting" role="status">
      <p class="wm-waiting__words">Loading {what}…</p>
      <div class="wm-waiting__lines" aria-hidden="true"><span /><span /><span /></div>
    </div>
  );
}
