import type { JSX } from "preact";
import { counted } from "../words/counts.ts";

interface SumProps {
  readonly sum: { readonly known: { readonly plain: string; readonly status: string }; readonly knownCount: number; readonly unknownCount: number };
  /** What is added up: "award". */
  readonly of: string;
}

/** What is known of a sum, never without what is not known of it. */
export function Sum({ sum: { known, knownCount, unknownCount }, of }: SumProps): JSX.Element {
  if (knownCount + unknownCount === 0) return <span class="wm-absent">None recorded</span>;
  if (knownCount === 0) return <span class="wm-sum"><span class="wm-absent">Amount not known</span> <span class="wm-sum__of">of {counted(unknownCount, of)}</span></span>;
  return (
    <span class="wm-sum">
      <strong>{known.plain}</strong> <span class="wm-sum__of">known, from {counted(knownCount, of)}{unknownCount > 0 && `; ${counted(unknownCount, `more ${of}`)} of unknown amount`}</span>
    </span>
  );
}
