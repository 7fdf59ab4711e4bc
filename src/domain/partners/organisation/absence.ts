import { rowsBy } from "../../../api/act/rows.ts";
import type { Standing } from "../../../api/act/standard.ts";
import { rowById } from "../../../api/act/uphold.ts";
import type { Guarded } from "../../../api/access/audience.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import { kebab } from "../../../kernel/kebab.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { sayPartialDate } from "../../../kernel/say-partial-date.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { Graph } from "../../../ledger/graph.ts";
import { absentAt, lastOf, type Absence, type There } from "./rules.ts";
import { organisationKind, successions, type organisations } from "./table.ts";

/** A time of which a record speaks: the columns that say so, and how it is said. */
export interface Time {
  readonly columns: readonly string[];
  readonly days: DayInterval;
  readonly said: string;
}

/** The organisations that a record names, by the column that names them. */
export type Bodies = Readonly<Record<string, string | null>>;

/** A time at which an organisation was not there, and why not. */
interface Missed {
  readonly absence: Absence;
  readonly time: Time;
}

/** A record that names an organisation for such a time. */
export interface Stray extends Missed {
  readonly id: string;
}

/** What stands against a record that names an organisation for such a time. */
export function misnamed(body: Organisation, missed: Missed, field: string, at: Standing): Problem {
  const { who, others, instead } = toldOf(body, missed, at);
  const name = others.length === 0 ? "Name the body that was there then" : `${instead} Name ${others.length === 1 ? "that one" : "one of these"} instead`;
  return { code: "RULE", message: `${who}, and this is of ${missed.time.said}. ${name}, or look at the date again. Nothing was written.`, path: [field], records: others.map(({ id }) => id) };
}

/** What stands against the days of an organisation for which records of a kind name it at other times; nothing where none does. */
export function forsaken(body: Organisation, kind: RecordKind, strays: readonly Stray[], field: string, at: Standing): Problem[] {
  const [stray] = strays;
  if (stray === undefined) return [];
  const { who, others, instead } = toldOf(body, stray, at);
  const noun = kebab(kind.type).replaceAll("-", " ");
  const [found, there] = strays.length === 1 ? [`a record that names it (${noun}) is of ${stray.time.said}`, "there"] : [`${strays.length} records that name it (${noun}) are of other times, as of ${stray.time.said}`, "in these"];
  const name = others.length === 0 ? `Name the body that was there then ${there} first` : `${instead} Name ${others.length === 1 ? "that one" : "one of these"} ${there} first`;
  return [{ code: "RULE", message: `${who}, and ${found}. ${name}, or look at the date again. Nothing was written.`, path: [field], records: strays.slice(0, MOST).map(({ id }) => id) }];
}

/** How many records a refusal points at. */
const MOST = 100;

/** When an organisation was there, and who was before or after it, as far as whoever asks may see them. */
function toldOf(body: Organisation, missed: Missed, at: Standing): { readonly who: string; readonly others: readonly Organisation[]; readonly instead: string } {
  const { since, until, succeeded } = thereOf(at.graph, body);
  const others = thereInstead(at.graph, body, missed).filter(at.sees);
  const named = others.map(({ name }) => name).join(" and ");
  const [when, instead] = missed.absence === "NOT_YET"
    ? [`has been there since ${sayPartialDate(since)}`, `Before it there was ${named}.`]
    : [until.status === "KNOWN" || succeeded === null ? `was there until ${sayPartialDate(until)}` : `was gone by ${sayPartialDate(succeeded)}`, `${named} took its place.`];
  return { who: `${at.sees(body) ? body.name : "This organisation"} ${when}`, others, instead };
}

/** Those before it, or after it, that were there at the time; where none of them is known to have been, the nearest. */
function thereInstead(graph: Graph, body: Organisation, { absence, time }: Missed): Organisation[] {
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

/** What of an organisation tells whether it was there. */
export function thereOf(graph: Graph, { id, since, until, status }: Organisation): There {
  return { since, until, status, succeeded: lastOf(successionsFrom(graph, id).map(({ effective }) => effective)) };
}

export type Organisation = typeof organisations.$inferSelect & Guarded;

export const organisation = rowById(organisationKind);
const successionsFrom = rowsBy(successions, successions.predecessorId);
const successionsTo = rowsBy(successions, successions.successorId);
