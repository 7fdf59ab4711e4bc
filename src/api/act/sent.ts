import type { Day } from "../../kernel/day.ts";
import type { DayInterval } from "../../kernel/day-interval.ts";
import { notKnown, type PartialDate } from "../../kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../../kernel/read-partial-date.ts";
import type { Path, Problems } from "./ruled.ts";

/** A date that may be left out, as the kernel reads it; UNKNOWN where nothing was sent, or it cannot be read, which is then among the problems. */
export function dateSent(wrong: Problems, sent: PartialDateInput | null | undefined, path: Path): PartialDate {
  return sent === null || sent === undefined ? notKnown("UNKNOWN") : (wrong.gather(() => readPartialDate(sent), path) ?? notKnown("UNKNOWN"));
}

/** No day that is meant has come yet. */
export function isToCome({ earliest }: Pick<DayInterval, "earliest">, today: Day): boolean {
  return earliest !== null && earliest > today;
}

/** All of it is before all of another. */
export function isBefore({ latest }: Pick<DayInterval, "latest">, { earliest }: Pick<DayInterval, "earliest">): boolean {
  return latest !== null && earliest !== null && latest < earliest;
}
