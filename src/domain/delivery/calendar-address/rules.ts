import type { RecordKind } from "../../../ledger/concept.ts";
import { groupKind } from "../../partners/group/table.ts";
import { healthIntegrationTeamKind } from "../../partners/health-integration-team/table.ts";
import { organisationKind } from "../../partners/organisation/table.ts";
import { programmeKind } from "../programme/table.ts";

/** What there are calendars of. */
const subjects: readonly RecordKind[] = [programmeKind, healthIntegrationTeamKind, organisationKind, groupKind];

/** Whether there are calendars of records of a kind. */
export function hasCalendar({ type }: Pick<RecordKind, "type">): boolean {
  return subjects.some((kind) => kind.type === type);
}

/** What every secret of a calendar's address begins with. */
export const CALENDAR_MARK = "wmc";

/** Where the calendar with a secret is found, on whichever server. */
export function calendarPath(secret: string): string {
  return `/calendars/${secret}.ics`;
}

/** The secret in the path of a calendar; null where it can be none. */
export function secretIn(path: string): string | null {
  return /^\/calendars\/(wmc_[\w-]{43})\.ics$/.exec(path)?.[1] ?? null;
}
