import type { JSX } from "preact";
import { Notice } from "./notice.tsx";

/** A page's own program did not arrive. */
export function NotLoaded({ tryAgain }: { readonly tryAgain: () => void }): JSX.Element {
  return (
    <Notice title="This page did not arrive" isUrgent>
      <p>The connection may have dropped, or Waymark may have been updated while it was open here. Try again; if that does not help, reload the window.</p>
      <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={tryAgain}>Try again</button>
    </Notice>
  );
}
