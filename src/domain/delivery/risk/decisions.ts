import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import { readDay, type Day } from "../../../kernel/day.ts";
import { notKnown, type PartialDate } from "../../../kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { milestones } from "../milestone/table.ts";
import type { programmes } from "../programme/table.ts";
import type { workstreams } from "../workstream/table.ts";
import type { risks } from "./table.ts";

type Risk = typeof risks.$inferSelect;

/** What a risk is about: a programme, and perhaps a workstream and a milestone of it. */
export interface About {
  readonly programme: typeof programmes.$inferSelect;
  readonly workstream: typeof workstreams.$inferSelect | null;
  readonly milestone: typeof milestones.$inferSelect | null;
}

const OWNERS = ["ownerOrganisationId", "ownerHealthIntegrationTeamId", "ownerGroupId"] as const;

/** A risk has exactly one owner, is about things of one programme, and is judged only where somebody has judged. */
export function raiseRisk(risk: FieldValues, when: PartialDateInput | null, { programme, workstream, milestone }: About, today: Day): RuledFor<typeof risks> {
  const wrong = new Problems();
  wrong.when(OWNERS.every((owner) => !hasValue(risk[owner])), "MISSING_FIELD", NO_OWNER, ["ownerOrganisation"]);
  wrong.when(workstream !== null && workstream.programmeId !== programme.id, "RULE", "This workstream belongs to another programme. Choose one of this programme's, or none.", ["workstream"]);
  wrong.when(milestone !== null && milestone.programmeId !== programme.id, "RULE", "This milestone belongs to another programme. Choose one of this programme's, or none.", ["milestone"]);
  const isElsewhere = milestone !== null && workstream !== null && milestone.workstreamId !== null && milestone.workstreamId !== workstream.id;
  wrong.when(isElsewhere, "RULE", "This milestone belongs to another workstream. Choose one of this workstream's, or leave the workstream out.", ["milestone"]);
  wrong.when(risk["kind"] === "ISSUE" && hasValue(risk["likelihood"]), "RULE", issueHasNoLikelihood, ["likelihood"]);
  const raised = wrong.gather(() => readPartialDate(when ?? today), ["raised"]);
  wrong.when(isYetToCome(raised, today), "NOT_YET", "That day has not come yet. Say when it was raised, or leave it out for today.", ["raised"]);
  const { audience, systemId } = programme;
  return { fields: { systemId, ...risk, audience: risk["audience"] ?? audience, status: "OPEN", raised, closed: notKnown("NOT_APPLICABLE") }, problems: wrong.all() };
}

/** Another wording at any time: a word that was wrong is wrong of a closed risk too. Whoever answers for it takes the place of the one before; somebody always does. */
export function amendRisk(risk: Risk, { raised, ...edits }: FieldValues & { readonly raised?: PartialDateInput | null }, today: Day): RuledFor<typeof risks> {
  const wrong = new Problems();
  const isOwner = OWNERS.filter((owner) => hasValue(edits[owner]));
  const before = isOwner.length === 0 ? [] : OWNERS.filter((owner) => !isOwner.includes(owner) && hasValue(risk[owner]));
  const fields = { ...Object.fromEntries(before.map((owner) => [owner, null])), ...edits, ...(raised === undefined ? {} : { raised }) };
  const owners: FieldValues = { ...risk, ...fields };
  wrong.when(OWNERS.some((owner) => edits[owner] !== undefined) && OWNERS.every((owner) => !hasValue(owners[owner])), "MISSING_FIELD", NO_OWNER, ["ownerOrganisation"]);
  const date = raised === null || raised === undefined ? null : wrong.gather(() => readPartialDate(raised), ["raised"]);
  wrong.when(isYetToCome(date, today), "NOT_YET", "That day has not come yet. Say when it was raised.", ["raised"]);
  return { fields, problems: wrong.all() };
}

/** What somebody sends of a risk that they have looked at, and on which day that was. */
export interface Review {
  readonly edits: FieldValues;
  readonly reviewedOn: string | null;
}

/** Looking at an open risk judges it anew; the day of looking never goes back, and a day for looking that has come is done with. */
export function reviewRisk(risk: Risk, { edits, reviewedOn }: Review, today: Day): RuledFor<typeof risks> {
  const wrong = new Problems();
  const on = wrong.gather(() => readDay(reviewedOn ?? today), ["reviewedOn"]) ?? today;
  wrong.when(risk.status === "CLOSED", "NOT_ALLOWED_NOW", "This risk is closed, so nothing was written. Reopen it first, and then say how it stands.");
  wrong.when(edits["status"] === "CLOSED", "RULE", "Close it with closeRisk, which asks how it ended.", ["status"]);
  wrong.when(on > today, "NOT_YET", "That day has not come yet. When it is next to be looked at is reviewDue.", ["reviewedOn"]);
  const isIssue = (edits["kind"] ?? risk.kind) === "ISSUE";
  wrong.when(isIssue && hasValue(edits["likelihood"]), "RULE", issueHasNoLikelihood, ["likelihood"]);
  const lastLooked = risk.reviewedOn !== null && risk.reviewedOn > on ? risk.reviewedOn : on;
  const isDone = risk.reviewDue.latest !== null && risk.reviewDue.latest <= on;
  return {
    fields: { ...(isDone ? { reviewDue: notKnown("NOT_STATED") } : {}), ...edits, ...(isIssue ? { likelihood: null } : {}), reviewedOn: lastLooked },
    problems: wrong.all(),
  };
}

/** What is closed stays to be read, with how and when it ended. */
export function closeRisk(risk: Risk, { closed, reason }: { readonly closed: PartialDateInput | null; readonly reason: string }, today: Day): RuledFor<typeof risks> {
  const wrong = new Problems();
  wrong.when(risk.status === "CLOSED", "NOT_ALLOWED_NOW", "This risk is closed already. There is nothing left to do.");
  const date = wrong.gather(() => readPartialDate(closed ?? today), ["closed"]);
  wrong.when(date !== null && date.status !== "KNOWN", "MISSING_FIELD", "Say when it was closed, as exactly as you know: a month or a year will do.", ["closed"]);
  wrong.when(isYetToCome(date, today), "NOT_YET", "That day has not come yet. Close it when it has.", ["closed"]);
  return { fields: { status: "CLOSED", closed: date, closeReason: reason }, problems: wrong.all() };
}

/** What was closed and is a risk again is open, as if it had not ended: how it had ended stays in its history. */
export function reopenRisk(risk: Risk): RuledFor<typeof risks> {
  const wrong = new Problems();
  wrong.when(risk.status !== "CLOSED", "NOT_ALLOWED_NOW", "This risk is open already. Say how it stands with reviewRisk.");
  return { fields: { status: "OPEN", closed: notKnown("NOT_APPLICABLE"), closeReason: null }, problems: wrong.all() };
}

const NO_OWNER = "Say who answers for it: one organisation, one HIT or one group.";

const issueHasNoLikelihood = "An issue has happened, so it has no likelihood. Leave it out, or call it a risk.";

function isYetToCome(date: PartialDate | null, today: Day): boolean {
  return date !== null && date.earliest !== null && date.earliest > today;
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined;
}
