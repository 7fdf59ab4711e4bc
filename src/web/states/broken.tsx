import type { JSX } from "preact";
import { Notice } from "./notice.tsx";

/** This page has a mistake in it. */
export function Broken({ tryAgain }: { readonly tryAgain: () => void }): JSX.Element {
  return (
    <Notice title="This part cannot be shown" isUrgent>
      <p>Something in this page went wrong. Nothing that was saved is lost, and the other pages still work.</p>
      <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={tryAgain}>Try again</button>
    </Notice>
  );
}
