import { Problems, type RuledFor } from "../../../api/act/ruled.ts";
import type { Day } from "../../../kernel/day.ts";
import { readPartialDate, type PartialDateInput } from "../../../kernel/read-partial-date.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { programmes } from "../programme/table.ts";
import type { workstreams } from "../workstream/table.ts";
import { saysTheSame } from "./rules.ts";
import type { milestones } from "./table.ts";

type Programme = typeof programmes.$inferSelect;
type Workstream = typeof workstreams.$inferSelect;
type Milestone = typeof milestones.$inferSelect;

/** Where a milestone stands. */
export interface Place {
  readonly programme: Programme;
  readonly workstream: Workstream | null;
}

/** What somebody plans: the dates as they are written, and the other fields. */
export interface Planned {
  readonly baseline: PartialDateInput;
  readonly forecast?: PartialDateInput | null | undefined;
  readonly fields: FieldValues;
}

/** What of a milestone has to hold together, whatever its dates. */
type Described = Pick<Milestone, "metBy"> & { readonly parts: readonly string[] | null };

const undescribed: Described = { parts: null, metBy: null };

/** A milestone begins with the date that is committed to: it is baseline, first baseline, and forecast unless another is known. */
export function planMilestone({ baseline, forecast, fields }: Planned, place: Place): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const committed = wrong.gather(() => readPartialDate(baseline), ["baseline"]);
  const expected = forecast ? wrong.gather(() => readPartialDate(forecast), ["forecast"]) : committed;
  ofOneProgramme(wrong, place);
  heldTogether(wrong, { ...undescribed, ...fields });
  const { systemId, audience } = place.programme;
  const dates = { firstBaseline: committed, baseline: committed, forecast: expected };
  return { fields: { systemId, ...fields, audience: fields["audience"] ?? audience, status: "SCHEDULED", ...dates }, problems: wrong.all() };
}

/**
 * Another wording, at any time: a word that was wrong is wrong of a met milestone too. An owner is named where there is none;
 * handing over from one to another is a move, which both ends have to want.
 */
export function rewordMilestone(milestone: Milestone, edits: FieldValues): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const reworded = { ...milestone, ...edits };
  heldTogether(wrong, reworded);
  wrong.when(reworded.metBy === "ANY" && milestone.status === "PARTIALLY_MET", "RULE", "This milestone is PARTIALLY_MET, and where any of its parts is enough it would be met. Reopen it first, or leave this as it is.", ["metBy"]);
  for (const owner of ["ownerOrganisation", "ownerHealthIntegrationTeam"]) {
    const isHandedOver = isOwned(milestone) && edits[`${owner}Id`] !== undefined;
    wrong.when(isHandedOver, "RULE", "Somebody answers for this milestone already. Hand it over with moveMilestone, which asks at both ends.", [owner]);
  }
  return { fields: edits, problems: wrong.all() };
}

/** Every later move moves the forecast, never the baseline. To move it is to say that the milestone is not done on this day. */
export function reforecastMilestone(milestone: Milestone, forecast: PartialDateInput, today: Day): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const date = wrong.gather(() => readPartialDate(forecast), ["forecast"]);
  stillOpen(wrong, milestone);
  const isPast = date?.latest !== null && date?.latest !== undefined && date.latest < today;
  wrong.when(isPast, "RULE", "That date has passed, so it cannot be expected any more. If the milestone was reached, meet it; if not, say when it is expected now, or “unknown”.", ["forecast"]);
  return { fields: { forecast: date, ...saidNotDone(milestone, today) }, problems: wrong.all() };
}

/**
 * Another date to be measured against. The first one stays, unless none was known: then this is the first. A forecast that was
 * the baseline, word for word, goes with it; one that was moved stays.
 */
export function rebaselineMilestone(milestone: Milestone, baseline: PartialDateInput): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const date = wrong.gather(() => readPartialDate(baseline), ["baseline"]);
  stillOpen(wrong, milestone);
  wrong.when(date !== null && date.status !== "KNOWN", "MISSING_FIELD", "Say which date is committed to, as exactly as it was agreed: a month or a year will do.", ["baseline"]);
  const isFirst = milestone.firstBaseline.status !== "KNOWN";
  const goesAlong = saysTheSame(milestone.forecast, milestone.baseline);
  return { fields: { baseline: date, ...(isFirst ? { firstBaseline: date } : {}), ...(goesAlong ? { forecast: date } : {}) }, problems: wrong.all() };
}

/**
 * A first baseline that was never agreed, because it was written down wrongly, set right at any time: what a milestone is measured
 * against was wrong of a met one too. A baseline that was the first goes along, and with it a forecast that was that; what was moved
 * stays. Where the date that was agreed is another by now, that is to rebaseline.
 */
export function correctFirstBaseline(milestone: Milestone, firstBaseline: PartialDateInput): RuledFor<typeof milestones> {
  const wrong = new Problems();
  const date = wrong.gather(() => readPartialDate(firstBaseline), ["firstBaseline"]);
  const { firstBaseline: standing, baseline, forecast } = milestone;
  wrong.when(standing.status !== "KNOWN", "NOT_ALLOWED_NOW", "This milestone has no first baseline that could be wrong. To set one, rebaseline it: the first date that is known is the first baseline.");
  wrong.when(date !== null && date.status !== "KNOWN", "MISSING_FIELD", "Say which date was committed to at first, as exactly as it was agreed: a month or a year will do.", ["firstBaseline"]);
  wrong.when(date !== null && standing.status === "KNOWN" && saysTheSame(date, standing), "NOT_ALLOWED_NOW", "This is the first baseline already. Nothing was changed.", ["firstBaseline"]);
  const isUnmoved = saysTheSame(baseline, standing);
  const goesAlong = isUnmoved && saysTheSame(forecast, standing);
  return { fields: { firstBaseline: date, ...(isUnmoved ? { baseline: date } : {}), ...(goesAlong ? { forecast: date } : {}) }, problems: wrong.all() };
}

/** Where a milestone is to go: what is left out stays, a null empties. */
export interface Destination {
  readonly programme: Programme;
  readonly workstream: Workstream | null;
  readonly owner: Partial<Pick<Milestone, "ownerOrganisationId" | "ownerHealthIntegrationTeamId">>;
}

/** It goes with all its dates, and belongs to the system of its new programme. An owner takes the place of the one before. */
export function moveMilestone(milestone: Milestone, { owner, ...place }: Destination): RuledFor<typeof milestones> {
  const wrong = new Problems();
  ofOneProgramme(wrong, place);
  const { ownerOrganisationId = null, ownerHealthIntegrationTeamId = null } = owner;
  const owners = ownerOrganisationId === null && ownerHealthIntegrationTeamId === null ? owner : { ownerOrganisationId, ownerHealthIntegrationTeamId };
  const isSameProgramme = place.programme.id === milestone.programmeId;
  const whole = { programmeId: place.programme.id, workstreamId: place.workstream?.id ?? null, ...(isSameProgramme ? {} : { systemId: place.programme.systemId }) };
  return { fields: { ...whole, ...owners }, problems: wrong.all() };
}

/** What an act that says on a day that a milestone is not done leaves behind: the last such day. Whoever was asked has answered then. */
export function saidNotDone({ status, saidNotDoneOn }: Milestone, on: Day): FieldValues {
  const isLater = saidNotDoneOn === null || on > saidNotDoneOn;
  return { ...(isLater ? { saidNotDoneOn: on } : {}), ...(status === "NOT_REPORTED" ? { status: "SCHEDULED" } : {}) };
}

/** Something that is met or cancelled has no dates that move. */
export function stillOpen(wrong: Problems, { status }: Milestone): void {
  wrong.when(status === "MET" || status === "CANCELLED", "NOT_ALLOWED_NOW", `This milestone is ${status}. Nothing was changed. If that is not so, reopen it first.`);
}

function isOwned({ ownerOrganisationId, ownerHealthIntegrationTeamId }: Pick<Milestone, "ownerOrganisationId" | "ownerHealthIntegrationTeamId">): boolean {
  return ownerOrganisationId !== null || ownerHealthIntegrationTeamId !== null;
}

function ofOneProgramme(wrong: Problems, { programme, workstream }: Place): void {
  wrong.when(workstream !== null && workstream.programmeId !== programme.id, "RULE", "This workstream belongs to another programme. Choose one of this programme's, or none.", ["workstream"]);
}

function heldTogether(wrong: Problems, described: Described): void {
  const parts = described.parts ?? [];
  const said = parts.map((part) => part.trim().toLowerCase());
  wrong.when(parts.length === 1, "RULE", "One part is the milestone itself. Name the others too, or say it in the title.", ["parts"]);
  wrong.when(new Set(said).size < said.length, "RULE", "The same part stands there twice. Name each part once.", ["parts"]);
  wrong.when(parts.length > 1 && described.metBy === null, "MISSING_FIELD", "Say whether it takes ALL of its parts or ANY one of them.", ["metBy"]);
  wrong.when(parts.length === 0 && described.metBy !== null, "RULE", "Without parts there is nothing to take all or any of. Name the parts, or leave this out.", ["metBy"]);
}
