import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { rowsBy } from "../../../api/act/rows.ts";
import type { Edited, Standard, Standing } from "../../../api/act/standard.ts";
import { rowById, standard } from "../../../api/act/uphold.ts";
import type { Guarded } from "../../../api/audience.ts";
import { fieldOf } from "../../../api/field.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { sayPartialDate } from "../../../kernel/say-partial-date.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { absentAt, type Absence, type There } from "./rules.ts";
import { organisationKind, successions, type organisations } from "./table.ts";

/** A time of which a record speaks: the columns that say so, and how it is said. */
export interface Time {
  readonly columns: readonly string[];
  readonly days: DayInterval;
  readonly said: string;
}

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

/** The organisations that a record names, by the column that names them. */
export type Bodies = Readonly<Record<string, string | null>>;

/** A record names no organisation for a time at which that was not there. */
export function thereThen<Table extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"], at: Standing) => Bodies, times: (record: Table["$inferSelect"], at: Standing) => readonly Time[]): Standard {
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

/** The same of a record whose time is that of what it is part of: judged when the record is changed, and when that time is. */
export function thereThenOf<Table extends RecordTable, Of extends RecordTable>(kind: RecordKind<Table>, bodies: (record: Table["$inferSelect"]) => Bodies, { kind: wholeKind, by, id, times }: Whole<Table, Of>): readonly Standard[] {
  const wholeOf = rowById(wholeKind);
  const partsOf = rowsBy(kind.table, by);
  return [
    standard(kind, {
      stands: (record, at, edited) => {
        const whole = wholeOf(at.graph, id(record) ?? "");
        return whole === undefined ? [] : absences(bodies(record), times(whole, at), at, edited);
      },
    }),
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
      return absence === null ? [] : [told(body, { absence, time, path: [fieldOf(edited(column) ? column : (time.columns[0] ?? column))] }, at)];
    });
    return found.slice(0, 1);
  });
}

interface Absent {
  readonly absence: Absence;
  readonly time: Time;
  readonly path: readonly string[];
}

function told(body: Organisation, { absence, time, path }: Absent, at: Standing): Problem {
  const name = at.sees(body) ? body.name : "This organisation";
  const { since, until, succeeded } = thereOf(at.graph, body);
  const others = thereInstead(at.graph, body, { absence, time }).filter(at.sees);
  const named = others.map((other) => other.name).join(" and ");
  const [why, instead] = absence === "NOT_YET"
    ? [`has been there since ${sayPartialDate(since)}`, `Before it there was ${named}.`]
    : [until.status === "KNOWN" || succeeded === null ? `was there until ${sayPartialDate(until)}` : `was gone by ${sayPartialDate(succeeded)}`, `${named} took its place.`];
  const then = others.length === 0 ? "Name the body that was there then, or look at the date again." : `${instead} Name ${others.length === 1 ? "that one" : "one of these"} instead, or look at the date again.`;
  return { code: "RULE", message: `${name} ${why}, and this is of ${time.said}. ${then} Nothing was written.`, path, records: others.map(({ id }) => id) };
}

/** Those before it, or after it, that were there at the time; where none of them is known to have been, the nearest. */
function thereInstead(graph: Graph, body: Organisation, { absence, time }: Pick<Absent, "absence" | "time">): Organisation[] {
  const met = new Set([body.id]);
  const near = nextTo(graph, body.id, absence).filter(({ id }) => !met.has(id));
  let open = near;
  while (open.length > 0) {
    const there = open.filter((one) => absentAt(thereOf(graph, one), time.days) === null);
    if (there.length > 0) return there;
    for (const { id } of open) met.add(id);
    open = open.flatMap(({ id }) => nextTo(graph, id, absence)).filter(({ id }) => !met.has(id));
  }
  return near;
}

function nextTo(graph: Graph, id: string, absence: Absence): Organisation[] {
  const ids = absence === "NO_MORE" ? successionsFrom(graph, id).map(({ successorId }) => successorId) : successionsTo(graph, id).map(({ predecessorId }) => predecessorId);
  return [...new Set(ids)].flatMap((next) => organisation(graph, next) ?? []);
}

function thereOf(graph: Graph, { id, since, until, status }: Organisation): There {
  return { since, until, status, succeeded: successionsFrom(graph, id)[0]?.effective ?? null };
}

type Organisation = typeof organisations.$inferSelect & Guarded;

const organisation = rowById(organisationKind);
const successionsFrom = rowsBy(successions, successions.predecessorId);
const successionsTo = rowsBy(successions, successions.successorId);
