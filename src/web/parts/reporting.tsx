import type { JSX } from "preact";
import type { FreshnessStatus } from "../graph/types.ts";
import { sayDay } from "../words/days.ts";
import { wordFor } from "../words/word.ts";
import { freshness } from "../words/words.ts";
import { Tag } from "./tag.tsx";

interface ReportingProps {
  readonly of: { readonly status: FreshnessStatus; readonly nextDueOn: string | null };
}

/** Whether somebody reports as often as they said, and by when the next report is, or was, due. */
export function Reporting({ of: { status, nextDueOn } }: ReportingProps): JSX.Element {
  return <><Tag word={wordFor(freshness, status)} />{nextDueOn !== null && <span class="wm-small"> {status === "OVERDUE" ? "was due" : "due"} by {sayDay(nextDueOn)}</span>}</>;
}
