import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { rowsBy } from "../../../api/act/rows.ts";
import type { Edited, Standard, Standing } from "../../../api/act/standard.ts";
import { rowById, standard } from "../../../api/act/uphold.ts";
import { fieldOf } from "../../../api/field.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { sayPartialDate } from "../../../kernel/say-partial-date.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { misnamed, organisation, thereOf, type Bodies, type Time } from "./absence.ts";
import { heldTo } from "./held-to.ts";
import { absentAt } from "./rules.ts";

/** Dates, each by the column that holds it: of each by itself something is said. */
export function on(dates: Readonly<Record<string, PartialDate>>): readonly Time[] {
  return Object.entries(dates).map(([column, date]) => ({ columns: [column], days: date, said: sayPartialDate(date) }));
}

/** The time from the first of two dates to the second: it is enough to have been there for a part of it. */
export function during(dates: Readonly<Record<string, PartialDate>>): readonly Time[] {
  const [from, to = from] = Object.values(dates);
  if (from === undefined || to === undefined) return [];
  return [{ columns: Object.keys(dates), days: { earliest: from.earliest, latest: to.latest }, said: `the time from ${sayPartialDate(from)} to ${sayPartialDate(to)}` }];
}

/** Dates by which something had been: it is enough to have been there at some time before. */
export function by(dates: Readonly<Record<string, PartialDate>>): readonly Time[] {
  return on(dates).map(({ days, ...time }) => ({ ...time, days: { earliest: null, latest: days.latest } }));
}

/** What is said of now, whenever it is said. */
export function now({ today }: Standing): readonly Time[] {
  return [{ columns: [], days: { earliest: today, latest: today }, said: "today" }];
}

/** A record names no organisation for a time at which that was not there, whichever of the two is changed. */
export function thereThen<Table extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"], at: Standing) => Bodies, times: (record: Table["$inferSelect"], at: Standing) => readonly Time[]): readonly Standard[] {
  return [thereWhenNamed(kind, bodies, times), ...heldTo(kind, bodies, times)];
}

/** The same only for the record: what became of the organisation later takes nothing back, as nobody wrote down when it was named. */
export function thereWhenNamed<Table extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"], at: Standing) => Bodies, times: (record: Table["$inferSelect"], at: Standing) => readonly Time[]): Standard {
  return standard(kind, { stands: (record, at, edited) => absences(bodies(record, at), times(record, at), at, edited) });
}

/** What a record speaks of where its time is that of something which it is part of. */
interface Whole<Table extends RecordTable, Of extends RecordTable> {
  readonly kind: RecordKind<Of>;
  /** The column that points there, and what stands in it. */
  readonly by: AnySQLiteColumn;
  readonly id: (record: Table["$inferSelect"]) => string | null;
  readonly times: (whole: Of["$inferSelect"], at: Standing) => readonly Time[];
}

/** The same of a record whose time is that of what it is part of: judged when the record is changed, when that time is, and when the organisation is. */
export function thereThenOf<Table extends RecordTable, Of extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"]) => Bodies, { kind: wholeKind, by, id, times }: Whole<Table, Of>): readonly Standard[] {
  const wholeOf = rowById(wholeKind);
  const partsOf = rowsBy(kind.table, by);
  const timesOf = (record: Table["$inferSelect"], at: Standing): readonly Time[] => {
    const whole = wholeOf(at.graph, id(record) ?? "");
    return whole === undefined ? [] : times(whole, at);
  };
  return [
    ...thereThen(kind, bodies, timesOf),
    standard(wholeKind, {
      stands: (whole, at, edited) => partsOf(at.graph, String(whole.id)).flatMap((part) => absences(bodies(part), times(whole, at), at, edited)),
    }),
  ];
}

function absences(bodies: Bodies, times: readonly Time[], at: Standing, edited: Edited): Problem[] {
  return Object.entries(bodies).flatMap(([column, id]) => {
    const body = id === null ? undefined : organisation(at.graph, id);
    if (body === undefined) return [];
    const found = times.flatMap((time) => {
      const absence = edited(column, ...time.columns) ? absentAt(thereOf(at.graph, body), time.days) : null;
      return absence === null ? [] : [misnamed(body, { absence, time }, fieldOf(edited(column) ? column : (time.columns[0] ?? column)), at)];
    });
    return found.slice(0, 1);
  });
}
