import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { workstreams } from "../workstream/table.ts";
import type { criteria } from "./table.ts";

type Criterion = typeof criteria.$inferSelect;
type Status = Criterion["status"];

/** Who decided, and when they say that they did. */
export interface Decided {
  readonly decidedById: string | null;
  readonly decided: PartialDateInput | null;
}

/** What has to be shown is outstanding until somebody shows it. */
export function addCriterion(fields: FieldValues, { audience, systemId }: typeof workstreams.$inferSelect): RuledFor<typeof criteria> {
  return { fields: { systemId, ...fields, audience: fields["audience"] ?? audience, status: "OUTSTANDING" }, problems: [] };
}

/** What has to be shown is not put differently once something was shown for it; who can supply it may change at any time. */
export function rewordCriterion({ status }: Criterion, edits: FieldValues): RuledFor<typeof criteria> {
  const wrong = new Problems();
  const isTooLate = status !== "OUTSTANDING" && edits["statement"] !== undefined;
  wrong.when(isTooLate, "NOT_ALLOWED_NOW", `This criterion is ${status} in the words that it has. Nothing was changed. Add another criterion, or ${backTo[status]} first.`, ["statement"]);
  return { fields: edits, problems: wrong.all() };
}

/** Evidence stands until it is decided on, and may be supplied anew until then. Nobody has decided on this evidence yet. */
export function supplyCriterion({ status }: Criterion, evidence: string, evidenceAddress: string | null): RuledFor<typeof criteria> {
  const wrong = new Problems();
  const isDecided = status === "ACCEPTED" || status === "WAIVED";
  wrong.when(isDecided, "NOT_ALLOWED_NOW", `This criterion is ${status}: nothing more is needed for it. Nothing was changed. If other evidence is to count, ${backTo[status]} first.`);
  wrong.when(evidenceAddress !== null && !isLink(evidenceAddress), "INVALID_TEXT", "This is not a link that others can open. It begins with https:// or http://.", ["evidenceAddress"]);
  return { fields: { status: "SUPPLIED", evidence, evidenceAddress, decided: null, decidedById: null }, problems: wrong.all() };
}

/** Evidence that was supplied is enough. */
export function acceptCriterion(criterion: Criterion, by: Decided, today: Day): RuledFor<typeof criteria> {
  const message = criterion.status === "OUTSTANDING" ? "Nothing has been supplied for this criterion yet. Supply the evidence first, or waive the criterion." : standing(criterion);
  return decide(criterion, { from: ["SUPPLIED"], message, fields: { status: "ACCEPTED" } }, by, today);
}

/** Evidence is not enough, or what was accepted is not any more: something else has to be shown. The history keeps what was supplied. */
export function rejectCriterion(criterion: Criterion, by: Decided, today: Day): RuledFor<typeof criteria> {
  const message = criterion.status === "OUTSTANDING" ? "There is no evidence for this criterion that could be rejected." : standing(criterion);
  return decide(criterion, { from: ["SUPPLIED", "ACCEPTED"], message, fields: { status: "OUTSTANDING", evidence: null, evidenceAddress: null } }, by, today);
}

/** The work may go on without it. What was supplied for it stays. */
export function waiveCriterion(criterion: Criterion, by: Decided, today: Day): RuledFor<typeof criteria> {
  return decide(criterion, { from: ["OUTSTANDING", "SUPPLIED"], message: standing(criterion), fields: { status: "WAIVED" } }, by, today);
}

/** The work may no longer go on without it: it stands where it stood before it was waived. */
export function requireCriterion(criterion: Criterion, by: Decided, today: Day): RuledFor<typeof criteria> {
  const message = `This criterion is ${criterion.status}: it was not waived, so it is required as it is.`;
  return decide(criterion, { from: ["WAIVED"], message, fields: { status: criterion.evidence === null ? "OUTSTANDING" : "SUPPLIED" } }, by, today);
}

interface Change {
  /** The statuses from which it can be decided. */
  readonly from: readonly Status[];
  /** What is said where it stands elsewhere. */
  readonly message: string;
  readonly fields: FieldValues;
}

/** Every decision says when it was made, and by whom if that is said: never on a day that has not come. */
function decide({ status }: Criterion, { from, message, fields }: Change, { decidedById, decided }: Decided, today: Day): RuledFor<typeof criteria> {
  const wrong = new Problems();
  wrong.when(!from.includes(status), "NOT_ALLOWED_NOW", `${message} Nothing was changed.`);
  const date = wrong.gather(() => readPartialDate(decided ?? today), ["decided"]);
  wrong.when(date !== null && date.earliest !== null && date.earliest > today, "NOT_YET", "That day has not come yet. Give the day on which it was decided.", ["decided"]);
  return { fields: { ...fields, decided: date, decidedById }, problems: wrong.all() };
}

/** What takes a decision back. */
const backTo: Readonly<Record<Status, string>> = { OUTSTANDING: "supply evidence", SUPPLIED: "reject what was supplied", ACCEPTED: "reject what was accepted", WAIVED: "require it again" };

function standing({ status }: Criterion): string {
  return `This criterion is ${status} already. If that is not so, ${backTo[status]} first.`;
}

function isLink(address: string): boolean {
  return URL.canParse(address) && ["https:", "http:"].includes(new URL(address).protocol);
}
