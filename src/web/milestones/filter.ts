import { useParts } from "../address/use-parts.ts";
import type { Certainty, MilestoneFilter } from "../graph/types.ts";
import { useScope } from "../parts/scope.tsx";
import { timingOrder } from "../words/timing.ts";
import { daysAfter } from "../words/today.ts";

/** What the address says of which milestones to show. */
export const filterNames = ["system", "place", "programme", "team", "timing", "due", "from", "to", "certainty", "words"] as const;

/** Windows of days from the day the page is read for. */
export const dayWindows = ["30", "60", "90"] as const;

export function useMilestoneFilter(on: string): MilestoneFilter {
  const parts = useParts();
  const scope = useScope();
  const timing = parts.many("timing", timingOrder);
  return {
    ...scope,
    on,
    programme: parts.one("programme"),
    ownerHealthIntegrationTeam: parts.one("team"),
    titleContains: parts.one("words"),
    timing: timing.length === 0 ? null : timing,
    due: within(windowOf(parts.one("due"), parts.one("from"), parts.one("to"), on), parts.many("certainty", certainties)[0] ?? null),
  };
}

/** How sure it is that something falls in a time, as dates are not all exact. */
export const certainties: readonly Certainty[] = ["CERTAIN", "POSSIBLE"];

function within(window: MilestoneFilter["due"], certainty: Certainty | null): MilestoneFilter["due"] {
  return window === null || window === undefined ? null : { ...window, certainty };
}

/** "30" days from a day, a financial year such as "2022-23", or from one day to another. */
function windowOf(due: string | null, from: string | null, to: string | null, on: string): MilestoneFilter["due"] {
  if (due === null) return null;
  if (/^\d{1,3}$/.test(due)) return { from: on, to: daysAfter(on, Number(due)) };
  if (due === "dates") return from === null && to === null ? null : { from, to };
  return { financialYear: due };
}
