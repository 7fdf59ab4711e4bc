import type { JSX } from "preact";
import { hrefOf, partsOf } from "../address/address.ts";
import { useAddress } from "../address/use-address.ts";

/** The same rows as a table or along a timeline. */
export function ViewChoice(): JSX.Element {
  const { path, query } = useAddress();
  const parts = partsOf(query, ["view"]);
  const isTimeline = query.get("view") === "timeline";
  return (
    <nav class="wm-views" aria-label="How to show them">
      <a class="wm-views__view" href={hrefOf(path, parts)} aria-current={isTimeline ? undefined : "true"}>Table</a>
      <a class="wm-views__view" href={hrefOf(path, { ...parts, view: "timeline" })} aria-current={isTimeline ? "true" : undefined}>Timeline</a>
    </nav>
  );
}
