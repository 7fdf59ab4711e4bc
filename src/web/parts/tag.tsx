import type { JSX } from "preact";
import type { Tone, Word } from "../words/word.ts";

/** A shape for each tone, for whoever does not tell the colours apart at a glance. The word says it all. */
const shapes: Readonly<Record<Tone, string>> = { good: "●", fair: "▲", poor: "■", info: "◆", quiet: "–", unknown: "○" };

/** A state, in its word. */
export function Tag({ word: { text, tone } }: { readonly word: Word }): JSX.Element {
  return <span class={`wm-tag wm-tag--${tone}`}><span class="wm-tag__shape" aria-hidden="true">{shapes[tone]}</span>{text}</span>;
}
