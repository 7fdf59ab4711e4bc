import type { JSX } from "preact";
import type { Fault } from "../graph/fault.ts";

/** Above an answer that could not be made newer. */
export function Stale({ fault, askAgain }: { readonly fault: Fault; readonly askAgain: () => void }): JSX.Element {
  const why = fault.kind === "offline" ? "You are offline." : "The newest figures did not arrive.";
  return (
    <p class="wm-stale" role="status">
      {why} What you see is what was read before. <button type="button" class="wm-plain-button" onClick={askAgain}>Try again</button>
    </p>
  );
}
