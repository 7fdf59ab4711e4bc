import type { Day } from "../../../kernel/day.ts";
import type { DayInterval } from "../../../kernel/day-interval.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import { wordsIn } from "../../../kernel/phrases.ts";
import { identifierSchemes, type organisationIdentifiers, type organisations } from "./table.ts";

/** Since when and until when something holds, both days included. */
export interface Held {
  readonly since: PartialDate;
  readonly until: PartialDate;
}

/**
 * Whether two times can follow one another without a day in common. What is not known to end has not ended, and what is not
 * known to begin was always so; where dates are not exact, it is enough that they may.
 */
export function canFollow(one: Held, other: Held): boolean {
  return endsBefore(one, other) || endsBefore(other, one);
}

function endsBefore({ until }: Held, { since }: Held): boolean {
  if (until.status !== "KNOWN" || since.status !== "KNOWN") return false;
  return until.earliest === null || since.latest === null || until.earliest < since.latest;
}

/** Of those who have had an identifier, whose it is on a day; where it is nobody's then, whose it was at last. Null where there is none. */
export function holderOn<Identifier extends Held & Pick<typeof organisationIdentifiers.$inferSelect, "id">>(all: readonly Identifier[], on: Day): Identifier | null {
  const inOrder = all.toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1));
  return inOrder.find(({ since, until }) => !isOutside({ earliest: since.earliest, latest: until.latest }, on)) ?? inOrder[0] ?? null;
}

/** What is not known to end comes after all that did; of several, always the same. */
function endOf({ until, since, id }: Held & { readonly id: string }): string {
  return [until.latest ?? (until.earliest === null ? "9999-12-31" : until.earliest), since.earliest ?? "0000-00-00", id].join(" ");
}

function isOutside({ earliest, latest }: DayInterval, on: Day): boolean {
  return (earliest !== null && on < earliest) || (latest !== null && on > latest);
}

/** What of an organisation tells whether it was there: its own days and, where it is gone and nobody wrote down until when, the first day of what took its place. */
export interface There extends Held {
  readonly status: (typeof organisations.$inferSelect)["status"];
  readonly succeeded: PartialDate | null;
}

/** Of the days from which others took an organisation's place, the last: until then a part of it was there. Null where there is none. */
export function lastOf(effective: readonly PartialDate[]): PartialDate | null {
  return effective.find(({ latest }) => latest === null) ?? effective.toSorted((a, b) => ((a.latest ?? "") < (b.latest ?? "") ? 1 : -1))[0] ?? null;
}

export type Absence = "NOT_YET" | "NO_MORE";

/** Whether an organisation was surely not there at a time: not yet, or no more. Null where it was, or may have been. */
export function absentAt({ since, until, status, succeeded }: There, { earliest, latest }: DayInterval): Absence | null {
  if (since.earliest !== null && latest !== null && latest < since.earliest) return "NOT_YET";
  if (until.status === "KNOWN") return until.latest !== null && earliest !== null && earliest > until.latest ? "NO_MORE" : null;
  const isGone = status === "DISSOLVED" && succeeded !== null && succeeded.latest !== null;
  return isGone && earliest !== null && earliest >= succeeded.latest ? "NO_MORE" : null;
}

/** Words that a name may have or not have without being another's. */
const SILENT: ReadonlySet<string> = new Set(["the", "of", "for", "and", "in", "at"]);

/** Whether two names are one, their words turned round or not: “Bristol University” and “University of Bristol”. */
export function sameName(one: string, other: string): boolean {
  const key = keyOf(one);
  return key !== "" && key === keyOf(other);
}

function keyOf(name: string): string {
  return telling(name).toSorted().join(" ");
}

/** The words by which a name is told from others, without case and accents. */
export function telling(name: string): readonly string[] {
  const words = wordsIn(name);
  const loud = words.filter((word) => !SILENT.has(word));
  return loud.length === 0 ? words : loud;
}

/** What tells two bodies of one name apart. */
export type Situated = Pick<typeof organisations.$inferSelect, "parentId" | "placeId">;

/** Whether bodies of the same name are surely two: units of different ones, or at different places. */
export function areApart(one: Situated, other: Situated): boolean {
  return one.parentId !== other.parentId || (one.placeId !== null && other.placeId !== null && one.placeId !== other.placeId);
}

type Coded = Pick<typeof organisationIdentifiers.$inferSelect, "scheme" | "value" | "until">;

/** The joined form of org-id.guide, as GB-NHS-RVJ. Null for GSS codes, which are not of that guide. */
export function joined({ scheme, value }: Pick<Coded, "scheme" | "value">): string | null {
  return scheme === "GSS" ? null : `${scheme.replace("_", "-")}-${value}`;
}

/** The list and the value of an identifier in that form; null for any other text. */
export function apart(orgId: string): Pick<Coded, "scheme" | "value"> | null {
  const scheme = identifierSchemes.find((one) => one !== "GSS" && orgId.toUpperCase().startsWith(`${one.replace("_", "-")}-`));
  return scheme === undefined || orgId.length === scheme.length + 1 ? null : { scheme, value: orgId.slice(scheme.length + 1) };
}

/** The one of an organisation's identifiers by which others are told of it: of those that are not known to have ended, or else of all, the first in the order of the lists. Null where it has none of that guide. */
export function orgIdAmong(identifiers: readonly Coded[]): string | null {
  const inOrder = identifiers.toSorted((a, b) => identifierSchemes.indexOf(a.scheme) - identifierSchemes.indexOf(b.scheme));
  const standing = inOrder.filter(({ until }) => until.status !== "KNOWN");
  return [...standing, ...inOrder].map(joined).find((id) => id !== null) ?? null;
}
