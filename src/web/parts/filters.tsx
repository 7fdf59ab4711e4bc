import type { ComponentChildren, JSX } from "preact";
import { useParts } from "../address/use-parts.ts";

interface FiltersProps {
  /** The parts of the address that these controls set: cleared together. */
  readonly names: readonly string[];
  /** What is shown, in words, for whoever does not see it change: "8 milestones". */
  readonly result: string | undefined;
  readonly children: ComponentChildren;
}

/** What to show of a list. Each choice counts at once, and stands in the address. */
export function Filters({ names, result, children }: FiltersProps): JSX.Element {
  const parts = useParts();
  const isAny = names.some((name) => parts.one(name) !== null);
  return (
    <section class="wm-filters" aria-label="What to show">
      <div class="wm-controls">{children}</div>
      <p class="wm-filters__result">
        <span role="status">{result ?? ""}</span>
        {isAny && <button type="button" class="wm-plain-button" onClick={() => { parts.set(Object.fromEntries(names.map((name) => [name, undefined]))); }}>Show all</button>}
      </p>
    </section>
  );
}
