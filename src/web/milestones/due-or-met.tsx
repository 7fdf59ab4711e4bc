import type { JSX } from "preact";
import type { MilestoneRowFragment } from "../graph/types.ts";
import { DateText } from "../parts/date-text.tsx";

/** When it was met, or partly met; else when it is due. */
export function DueOrMet({ milestone: { status, due, actual } }: { readonly milestone: MilestoneRowFragment }): JSX.Element {
  if (actual.status !== "KNOWN") return <DateText date={due} />;
  return <>{status === "PARTIALLY_MET" ? "Partly met" : "Met"} <DateText date={actual} /></>;
}
