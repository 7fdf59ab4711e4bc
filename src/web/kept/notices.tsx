import type { JSX } from "preact";
import { sayInstant } from "../words/days.ts";

/** What was typed before is here again, and can be thrown away. */
export function FoundAgain({ from, startAnew }: { readonly from: string; readonly startAnew: () => void }): JSX.Element {
  return (
    <div class="wm-found" role="status">
      <p>What you typed until {sayInstant(from)} is here again. It is not saved yet. <button type="button" class="wm-plain-button" onClick={startAnew}>Throw it away and begin anew</button></p>
    </div>
  );
}

/** What is kept where, in plain words. */
export function WhatIsKept({ isKept }: { readonly isKept: boolean }): JSX.Element {
  return isKept
    ? <p class="wm-small">What you type is kept in this browser, for you alone, until you save it or somebody signs out here, and for 30 days at most. It is sent when you save.</p>
    : <p class="wm-input__error" role="alert">This browser keeps nothing, so what you type is lost when this page closes. Save before you leave it.</p>;
}
