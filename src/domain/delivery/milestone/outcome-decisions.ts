import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import { readDay, type Day } from "../../../kernel/day.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import { saidNotDone, stillOpen } from "./decisions.ts";
import type { milestones } from "./table.ts";

type Milestone = typeof milestones.$inferSelect;

/** Met needs a day on which it was, and that day has come. What was forecast stays, so that it can be seen how it came. */
export function meetMilestone(milestone: Milestone, actual: PartialDateInput, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const date = reached(wrong, actual, today);
  stillOpen(wrong, milestone);
  return { fields: { status: "MET", actual: date }, problems: wrong.all() };
}

/** Met in part needs the same. Where any one part is enough, a part that was reached is all of it. */
export function partlyMeetMilestone(milestone: Milestone, actual: PartialDateInput, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const date = reached(wrong, actual, today);
  stillOpen(wrong, milestone);
  wrong.when(milestone.metBy === "ANY", "RULE", "Any one of the parts of this milestone is enough. If one was reached, meet the milestone; if none was, there is nothing to say yet.");
  return { fields: { status: "PARTIALLY_MET", actual: date }, problems: wrong.all() };
}

/** Not met, said on a day: today unless it was said before. What was met in part is reopened first, for it has an actual date. */
export function missMilestone(milestone: Milestone, saidOn: string | null | undefined, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const day = said(wrong, saidOn, today);
  stillOpen(wrong, milestone);
  wrong.when(milestone.status === "PARTIALLY_MET", "NOT_ALLOWED_NOW", "This milestone is PARTIALLY_MET, with a date on which that was. Nothing was changed. If that is not so, reopen it first.");
  wrong.when(milestone.status === "NOT_MET", "NOT_ALLOWED_NOW", "This milestone is NOT_MET already. To say again that it is not done, use sayMilestoneNotDone.");
  return { fields: { ...saidNotDone(milestone, day), status: "NOT_MET" }, problems: wrong.all() };
}

/** Only that it is not done on a day: after its window that makes it OVERDUE, where silence does not. Its status stays. */
export function sayMilestoneNotDone(milestone: Milestone, saidOn: string | null | undefined, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const day = said(wrong, saidOn, today);
  stillOpen(wrong, milestone);
  return { fields: saidNotDone(milestone, day), problems: wrong.all() };
}

/** Somebody asked how it stands, and had no answer: of one of which nothing has been reported. It makes nothing late. */
export function sayMilestoneNotReported(milestone: Milestone): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const { status } = milestone;
  stillOpen(wrong, milestone);
  wrong.when(status === "NOT_REPORTED", "NOT_ALLOWED_NOW", "This milestone is NOT_REPORTED already: somebody has asked, and nobody has answered since.");
  wrong.when(status === "PARTIALLY_MET" || status === "NOT_MET", "NOT_ALLOWED_NOW", `This milestone is ${status}: somebody has reported that. If it is not so, reopen it first.`);
  return { fields: { status: "NOT_REPORTED" }, problems: wrong.all() };
}

/** It is not wanted any more. What was reached of it is not taken back by the way. */
export function cancelMilestone(milestone: Milestone): RuledFor<typeof milestones> {
  const wrong = new Problems();
  stillOpen(wrong, milestone);
  wrong.when(milestone.status === "PARTIALLY_MET", "NOT_ALLOWED_NOW", "This milestone is PARTIALLY_MET, with a date on which that was. Nothing was changed. Reopen it first, and cancel it then.");
  return { fields: { status: "CANCELLED" }, problems: wrong.all() };
}

/** What was reported of it was not so: it is scheduled again, and not done today. The actual date goes; its history keeps it. */
export function reopenMilestone(milestone: Milestone, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const { status } = milestone;
  wrong.when(status === "SCHEDULED" || status === "NOT_REPORTED", "NOT_ALLOWED_NOW", `This milestone is ${status}: it is open. There is nothing to take back.`);
  return { fields: { ...saidNotDone(milestone, today), status: "SCHEDULED", actual: null }, problems: wrong.all() };
}

/** An actual date: known as exactly as it may be, and begun. */
function reached(wrong: Problems, actual: PartialDateInput, today: Day): PartialDate | null {
  const date = wrong.gather(() => readPartialDate(actual), ["actual"]);
  if (date === null) return null;
  wrong.when(date.status !== "KNOWN", "MISSING_FIELD", "Say when it was, as exactly as you know: a month or a year will do.", ["actual"]);
  wrong.when(date.earliest !== null && date.earliest > today, "NOT_YET", "That day has not come yet. What is expected is a forecast.", ["actual"]);
  return date;
}

/** The day on which something was said: it has come. */
function said(wrong: Problems, saidOn: string | null | undefined, today: Day): Day {
  const day = typeof saidOn === "string" ? wrong.gather(() => readDay(saidOn), ["saidOn"]) : today;
  wrong.when(day !== null && day > today, "NOT_YET", "That day has not come yet. Give the day on which it was said.", ["saidOn"]);
  return day ?? today;
}
