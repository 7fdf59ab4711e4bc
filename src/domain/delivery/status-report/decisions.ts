import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import type { Audience } from "../../../api/access/audience.ts";
import type { Day } from "../../../kernel/day.ts";
import { notKnown, type PartialDate } from "../../../kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import { sayPartialDate } from "../../../kernel/say-partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { milestones } from "../milestone/table.ts";
import type { OtherReport } from "./store.ts";
import type { statusReports } from "./table.ts";

type Report = typeof statusReports.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

const ABOUT = ["programmeId", "workstreamId", "healthIntegrationTeamId"] as const;

/** What a report is on, and the column that points there. */
export interface ReportedOn {
  readonly column: (typeof ABOUT)[number];
  readonly id: string;
  readonly name: string;
  readonly audience: Audience;
  readonly systemId: string | null;
}

/** What is sent of a report as a whole. */
export interface Drafted {
  readonly title?: string | null | undefined;
  readonly period: PartialDateInput;
  readonly narrative?: string | null | undefined;
}

/** How many items a report has that is handed in as soon as it is begun, and on which day. */
export interface HandedIn {
  readonly items: number;
  readonly today: Day;
}

/** A report begins as a draft, and there is one for a period. One that is handed in at once has to be good for that too. */
export function draftStatusReport({ title, period, narrative }: Drafted, on: ReportedOn, others: readonly OtherReport[], handedIn: HandedIn | null = null): Ruled {
  const wrong = new Problems();
  const covered = wrong.gather(() => readPartialDate(period), ["period"]);
  if (covered !== null) coversItsOwnDays(wrong, covered, others);
  const submitted = handedIn === null ? null : submitStatusReport({ ...begun, id: "", narrative: narrative ?? null, period: covered }, handedIn.items, handedIn.today);
  wrong.add(submitted?.problems ?? []);
  wrong.when(on.systemId === null, "RULE", "This belongs to no system yet, so nobody could see a draft of it. Ask a steward to say which system it belongs to, and draft it then.");
  const gaps = Object.fromEntries([...ABOUT.filter((column) => column !== on.column), "publishedAsId", "correctsId", "returnReason"].map((column) => [column, "NOT_APPLICABLE"]));
  return {
    fields: {
      ...begun, systemId: on.systemId, gaps, narrative, period: covered, [on.column]: on.id,
      title: title ?? (covered === null ? on.name : `${on.name}, ${sayPartialDate(covered)}`),
      ...submitted?.fields,
    },
    problems: wrong.all(),
  };
}

const begun = { audience: "DRAFT", status: "DRAFT", submitted: notKnown("NOT_APPLICABLE"), published: notKnown("NOT_APPLICABLE") } as const;

/** What is not handed in can be revised. */
export function reviseStatusReport(report: Report, edits: FieldValues & { readonly period?: PartialDateInput | null }, others: readonly OtherReport[]): Ruled {
  const wrong = new Problems();
  wrong.when(report.status === "SUBMITTED", "NOT_ALLOWED_NOW", "This report is handed in, so nothing was written. Ask the programme office to return it, and revise it then.");
  staysAsPublished(wrong, report);
  const { period } = edits;
  const covered = period === undefined ? null : wrong.gather(() => readPartialDate(period ?? "not stated"), ["period"]);
  if (covered !== null) coversItsOwnDays(wrong, covered, others.filter(({ id }) => id !== report.id && id !== report.correctsId));
  return { fields: edits, problems: wrong.all() };
}

/** What of a report is looked at when it is handed in; its period is null where it cannot be read. */
export type ToSubmit = Pick<Report, "id" | "status" | "narrative"> & { readonly period: PartialDate | null };

/** A report that says something, of a time that has begun, is handed in to the office. */
export function submitStatusReport(report: ToSubmit, items: number, today: Day): Ruled {
  const wrong = new Problems();
  wrong.when(report.status === "SUBMITTED", "NOT_ALLOWED_NOW", "This report is handed in already. The programme office has it.");
  staysAsPublished(wrong, report);
  wrong.when(report.narrative === null && items === 0, "MISSING_FIELD", "This report says nothing yet. Write an account, or at least one item, and hand it in then.", ["narrative"]);
  const begins = report.period?.earliest ?? null;
  wrong.when(begins !== null && begins > today, "NOT_YET", "The period that it covers has not begun yet. It can be a draft until then.", ["period"]);
  return { fields: { status: "SUBMITTED", submitted: readPartialDate(today) }, problems: wrong.all() };
}

/** What was handed in can be sent back, and says why. */
export function returnStatusReport(report: Report, reason: string): Ruled {
  const wrong = new Problems();
  isHandedIn(wrong, report, "return");
  return { fields: { status: "RETURNED", returnReason: reason, gaps: without(report.gaps, "returnReason") }, problems: wrong.all() };
}

/** What was handed in is published to those for whom what it is on is. Why it was once sent back is nobody else's business. */
export function publishStatusReport(report: Report, audience: Audience, today: Day): Ruled {
  const wrong = new Problems();
  isHandedIn(wrong, report, "publish");
  return {
    fields: { status: "PUBLISHED", audience, published: readPartialDate(today), returnReason: null, gaps: { ...report.gaps, returnReason: "NOT_APPLICABLE" } },
    problems: wrong.all(),
  };
}

/** A published report is corrected by a new one that points at it, one at a time, so that it is plain which counts. */
export function correctStatusReport(wrongOne: Report, sent: FieldValues & { readonly period?: PartialDateInput }, corrections: readonly OtherReport[], others: readonly OtherReport[]): Ruled {
  const wrong = new Problems();
  wrong.when(wrongOne.status !== "PUBLISHED", "NOT_ALLOWED_NOW", "This report is not published yet, so there is nothing to correct. Revise it instead.");
  const published = corrections.filter(({ status }) => status === "PUBLISHED").map(({ id }) => id);
  const open = corrections.filter(({ status }) => status !== "PUBLISHED").map(({ id }) => id);
  wrong.when(published.length > 0, "NOT_ALLOWED_NOW", "This report is corrected already. Correct the correction, which counts now.", ["id"], published);
  wrong.when(published.length === 0 && open.length > 0, "ALREADY_EXISTS", "A correction of this report is being written already. Go on with that one.", ["id"], open);
  const period = sent.period ?? wrongOne.period;
  const covered = wrong.gather(() => readPartialDate(period), ["period"]);
  if (covered !== null && sent.period !== undefined) coversItsOwnDays(wrong, covered, others.filter(({ id, correctsId }) => id !== wrongOne.id && correctsId !== wrongOne.id));
  const { title, narrative, programmeId, workstreamId, healthIntegrationTeamId, systemId, gaps } = wrongOne;
  return {
    fields: {
      title, narrative, ...sent, ...begun, period: covered, programmeId, workstreamId, healthIntegrationTeamId, systemId, correctsId: wrongOne.id,
      gaps: { ...without(gaps, "correctsId"), publishedAsId: "NOT_APPLICABLE", returnReason: "NOT_APPLICABLE" },
    },
    problems: wrong.all(),
  };
}

/** What is not handed in is its authors' own, to take away too; what is published stays, and is corrected by another. */
export function removeStatusReport(report: Pick<Report, "id" | "status">): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(report.status === "SUBMITTED", "NOT_ALLOWED_NOW", "This report is handed in, so nothing was removed. Ask the programme office to return it first.");
  staysAsPublished(wrong, report);
  return wrong.all();
}

/** It comes back where no other report has been begun on its period, nor another correction of what it corrects. */
export function restoreStatusReport({ id, period, correctsId }: Pick<Report, "id" | "period" | "correctsId">, { others, corrections }: { readonly others: readonly OtherReport[]; readonly corrections: readonly OtherReport[] }): readonly Problem[] {
  const wrong = new Problems();
  const another = corrections.filter((correction) => correction.id !== id).map((correction) => correction.id);
  wrong.when(another.length > 0, "ALREADY_EXISTS", "There is another correction of the same report by now. Go on with that one.", [], another);
  coversItsOwnDays(wrong, period, others.filter((other) => other.id !== id && other.id !== correctsId && (correctsId === null || other.correctsId !== correctsId)));
  return wrong.all();
}

/** An item says what has been only of days that have been. */
export function sayItem(item: FieldValues & { readonly kind: string; readonly date?: PartialDateInput | null | undefined }, position: number, today: Day): Ruled {
  const wrong = new Problems();
  const { date } = item;
  const on = date === undefined || date === null ? null : wrong.gather(() => readPartialDate(date), ["date"]);
  wrong.when(item.kind === "ACHIEVED" && on !== null && on.earliest !== null && on.earliest > today, "NOT_YET", "That day has not come yet, so nothing was achieved then. Say that it comes next.", ["date"]);
  wrong.when(position < 1, "INVALID_NUMBER", "Places are counted from 1.", ["position"]);
  return { fields: { ...item, date: on, position }, problems: wrong.all() };
}

function isHandedIn(wrong: Problems, report: Report, what: string): void {
  staysAsPublished(wrong, report);
  const isWritten = report.status === "DRAFT" || report.status === "RETURNED";
  wrong.when(isWritten, "NOT_ALLOWED_NOW", `This report is ${report.status}: its authors are still at work on it. You can ${what} it once it is submitted.`);
}

function staysAsPublished(wrong: Problems, { status, id }: Pick<Report, "id" | "status">): void {
  wrong.when(status === "PUBLISHED", "NOT_ALLOWED_NOW", "This report is published and stays as it is; nothing was changed. What is wrong in it is put right with correctStatusReport: a new report that takes its place.", [], [id]);
}

function coversItsOwnDays(wrong: Problems, { earliest, latest }: PartialDate, others: readonly OtherReport[]): void {
  wrong.when(earliest === null || latest === null, "MISSING_FIELD", "Say from when to when it reports, as March 2024 or 2023-24.", ["period"]);
  const same = earliest === null ? [] : others.filter(({ period }) => period.earliest === earliest && period.latest === latest);
  const published = same.filter(({ status }) => status === "PUBLISHED").map(({ id }) => id);
  const open = same.filter(({ status }) => status !== "PUBLISHED").map(({ id }) => id);
  wrong.when(published.length > 0, "ALREADY_EXISTS", "A report on this period is published already. Correct that one, or choose another period.", ["period"], published);
  wrong.when(published.length === 0 && open.length > 0, "ALREADY_EXISTS", "A report on this period is being written already. Go on with that one, or choose another period.", ["period"], open);
}

function without(gaps: Report["gaps"], field: string): Report["gaps"] {
  return Object.fromEntries(Object.entries(gaps).filter(([name]) => name !== field));
}

/** Of what was neither met nor cancelled, a published report says from its day on that it is not done. */
export function sayNotDone({ status, saidNotDoneOn }: Pick<Milestone, "status" | "saidNotDoneOn">, today: Day): Ruled {
  const isSettled = status === "MET" || status === "CANCELLED" || (saidNotDoneOn !== null && saidNotDoneOn >= today);
  return { fields: isSettled ? {} : { saidNotDoneOn: today }, problems: [] };
}

/** Where a corrected report alone said that a milestone is not done, what was said before stands again. */
export function withdrawNotDone({ saidNotDoneOn }: Pick<Milestone, "saidNotDoneOn">, { corrected, before, elsewhere }: Withdrawn): Ruled {
  const wasOnlyThere = saidNotDoneOn !== null && corrected.includes(saidNotDoneOn);
  return { fields: wasOnlyThere ? { saidNotDoneOn: [before, elsewhere].filter((day) => day !== null).toSorted().at(-1) ?? null } : {}, problems: [] };
}

/** What is known when a correction does not say any more that a milestone is not done. */
export interface Withdrawn {
  /** The days on which the reports that it corrects were published. */
  readonly corrected: readonly string[];
  /** The day that the milestone had before it was said there; null where nobody had said so. */
  readonly before: string | null;
  /** The last day on which another report, which still stands, said so. */
  readonly elsewhere: string | null;
}
