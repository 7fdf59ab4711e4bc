import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { dateSent, isToCome } from "../../../api/act/sent.ts";
import type { Day } from "../../../kernel/day.ts";
import type { PartialDate } from "../../../kernel/partial-date.ts";
import type { Problem } from "../../../kernel/problem.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { groups } from "../../partners/group/table.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import type { PledgeActionInput, ReviewPledgeActionInput, SignPledgeInput } from "./act-inputs.ts";
import { actionProblems, dueBy, termsOf, type Terms } from "./rules.ts";
import type { pledgeActions, pledgeCommitments, pledges, pledgeSignatures, pledgeVersions, signatoryKinds, signingAuthorities } from "./table.ts";

type Kind = (typeof signatoryKinds)[number];
type Version = Pick<typeof pledgeVersions.$inferSelect, "id" | "pledgeId" | "actionCount" | "actionMonths" | "continuingAllowed" | "newAllowed">;
type Signature = Pick<typeof pledgeSignatures.$inferSelect, "id" | "pledgeId" | "organisationId" | "groupId" | "signed">;
type Signatory = Pick<typeof pledgeSignatures.$inferSelect, "organisationId" | "groupId" | "description" | "signatoryKind" | "authority" | "signed">;
type Action = Pick<typeof pledgeActions.$inferSelect, "id" | "due" | "outcome">;
type Commitment = Pick<typeof pledgeCommitments.$inferSelect, "id">;

/** What a signature is judged by: the pledge, who may sign this version of it, who signs, and who has signed before. */
export interface Signing {
  readonly pledge: Pick<typeof pledges.$inferSelect, "id" | "audience" | "systemId">;
  readonly version: Version;
  readonly eligible: readonly { readonly signatoryKind: Kind }[];
  readonly signers: readonly { readonly authority: (typeof signingAuthorities)[number] }[];
  readonly commitments: readonly Commitment[];
  readonly organisation: Pick<typeof organisations.$inferSelect, "kind"> | null;
  readonly group: Pick<typeof groups.$inferSelect, "kind"> | null;
  readonly earlier: readonly (Signature & Terms)[];
}

/** Who may sign a version, and who signs. */
type Allowing = Pick<Signing, "eligible" | "signers" | "organisation" | "group">;

/** A body signs that the version lets sign, through somebody whom it lets sign, with as many actions as it asks for. A version that names nobody leaves that open. */
export function signPledge(sent: SignPledgeInput, signing: Signing, today: Day): Ruled {
  const { pledge, version, earlier } = signing;
  const wrong = new Problems();
  const terms = termsOf(version);
  const signed = dateSent(wrong, sent.signed, ["signed"]);
  const signatoryKind = sent.signatoryKind ?? kindOf(signing);
  const { organisation = null, group = null, description = null, place = null, signedBy = null, signedWith = null, authority = null, missingActionsReason = null } = sent;
  const body = { organisationId: organisation, groupId: group, description };
  wrong.add(signatoryProblems({ ...body, signatoryKind, authority, signed }, signing, today));
  wrong.add(actionProblems(sent.actions.length, missingActionsReason, terms));
  sent.actions.forEach((action, at) => { wrong.add(namedProblems(action, signing), ["actions", at]); });
  wrong.add(signedAlready({ pledgeId: pledge.id, ...body, signed, ...terms }, earlier));
  return {
    fields: {
      audience: sent.audience ?? pledge.audience, systemId: pledge.systemId, pledgeId: pledge.id, pledgeVersionId: version.id, ...body,
      signatoryKind, placeId: place, signed, signedById: signedBy, authority, signedWith, missingActionsReason,
    },
    problems: wrong.all(),
  };
}

/** What is wrong with who signs, as what, with what authority and when, beside what the version says of that. */
function signatoryProblems({ organisationId, groupId, description, signatoryKind, authority, signed }: Signatory, signing: Allowing, today: Day): readonly Problem[] {
  const { eligible, signers } = signing;
  const wrong = new Problems();
  const named = [organisationId, groupId, description].filter((who) => who !== null);
  wrong.when(!suits(signatoryKind, signing), "RULE", "An organisation signs as an ORGANISATION or a SERVICE, and a group as a GROUP or a BOARD. Choose the other, or leave it out.", ["signatoryKind"]);
  wrong.when(eligible.length > 0 && named.length === 1 && signatoryKind === null, "MISSING_FIELD", "Say as what this body signs, since the pledge says which bodies may.", ["signatoryKind"]);
  wrong.when(eligible.length > 0 && signatoryKind !== null && eligible.every((one) => one.signatoryKind !== signatoryKind), "RULE", `This version of the pledge is for ${words(eligible.map((one) => one.signatoryKind))}, not for a ${signatoryKind}. Another version may let it sign.`, ["signatoryKind"]);
  wrong.when(signers.length > 0 && authority === null, "MISSING_FIELD", `Say with what authority it was signed: this version takes ${words(signers.map((one) => one.authority))}.`, ["authority"]);
  wrong.when(signers.length > 0 && authority !== null && signers.every((one) => one.authority !== authority), "RULE", `This version of the pledge is signed by ${words(signers.map((one) => one.authority))}, not by a ${authority}.`, ["authority"]);
  wrong.when(isToCome(signed, today), "NOT_YET", "That day has not come yet. Record the signature once it is there.", ["signed"]);
  return wrong.all();
}

/** What a signature is set right beside: what its version allows and asks, and who has signed before. */
export interface Amending extends Allowing, Pick<Signing, "earlier"> {
  readonly terms: Terms;
  /** The signatures from which its actions go on, and to which they do. */
  readonly before: readonly Signature[];
  readonly after: readonly Signature[];
}

/**
 * A signature that was written down wrongly is set right as it could have been signed; only what is set right is judged. Who signed takes
 * the place of who stood there. An action that goes on from it, or to it, goes on under signatures of one body, the later after the earlier.
 */
export function amendSignature(signature: Signature & Signatory, edits: FieldValues & Partial<Signatory>, amending: Amending, today: Day): Ruled {
  const wrong = new Problems();
  const { organisationId, groupId, description } = edits;
  const isOther = [organisationId, groupId, description].some((who) => who !== null && who !== undefined);
  const body = isOther ? { organisationId: organisationId ?? null, groupId: groupId ?? null, description: description ?? null } : {};
  const kind = isOther && edits.signatoryKind === undefined ? { signatoryKind: kindOf(amending) } : {};
  const fields = { ...edits, ...body, ...kind };
  const amended = { ...signature, ...fields };
  const { before, after, earlier, terms } = amending;
  wrong.add(signatoryProblems(amended, amending, today).filter(({ path: [field] = [] }) => Object.hasOwn(fields, String(field))));
  if (isOther || edits.signed !== undefined) wrong.add(signedAlready({ ...amended, ...terms }, earlier));
  const apart = [...before.filter((one) => !goesOn(one, amended)), ...after.filter((one) => !goesOn(amended, one))];
  wrong.when(apart.length > 0, "RULE", "An action goes on between this signature and another: they are of one body, one after the other. Look at that signature too.", ["id"], apart.map(({ id }) => id));
  return { fields, problems: wrong.all() };
}

/** What of an action was written down wrongly is set right at any time; of a sort that the version does not allow it cannot be. */
export function amendAction(edits: FieldValues & { readonly nature?: string | null }, version: Version | null): Ruled {
  const { nature } = edits;
  return { fields: edits, problems: typeof nature === "string" ? namedProblems({ nature }, { version, commitments: [] }) : [] };
}

/** An action goes on from one signature to another: of the same body, under the same pledge, and later. */
function goesOn(from: Signature, to: Signature): boolean {
  return from.pledgeId === to.pledgeId && isSameBody(from, { organisation: to.organisationId, group: to.groupId }) && isLater(from, to);
}

function isLater(from: Signature, to: Signature): boolean {
  const [{ latest }, { earliest }] = [from.signed, to.signed];
  return from.id !== to.id && (latest === null || earliest === null || latest < earliest);
}

/** That the same body has signed the same pledge, for a time that has surely a day in common with this one. */
export function signedAlready(signature: Omit<Signature, "id"> & Pick<Terms, "months">, others: readonly (Signature & Terms)[]): readonly Problem[] {
  const wrong = new Problems();
  const running = others.filter((other) => other.pledgeId === signature.pledgeId && isSameBody(other, { organisation: signature.organisationId, group: signature.groupId }) && overlap(other, signature));
  wrong.when(running.length > 0, "ALREADY_EXISTS", "This body has signed already, and the time of that signature is not over. What is missing there, namePledgeAction adds.", ["signed"], running.map(({ id }) => id));
  return wrong.all();
}

/** Why a signature names fewer actions than its version asks for, once it names so many: as was said, INCOMPLETE where nothing was, and nothing where none is missing. */
export function reasonFor(count: number, standing: (typeof pledgeSignatures.$inferSelect)["missingActionsReason"], { actions }: Pick<Terms, "actions">): typeof standing {
  return count >= actions ? null : (standing ?? "INCOMPLETE");
}

/** An action comes back while its signature has room for it. */
export function restoreAction(count: number, { actions }: Pick<Terms, "actions">): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(count > actions, "RULE", `A signature names exactly ${actions === 2 ? "two" : actions} actions, and this one does by now. Nothing was changed.`);
  return wrong.all();
}

/** What is wrong with an action beside the version that was signed: of a sort that it does not allow, or for a commitment that is not in it. */
export function namedProblems({ nature, commitments }: Pick<PledgeActionInput, "nature" | "commitments">, { version, commitments: there }: { readonly version: Pick<Version, "continuingAllowed" | "newAllowed"> | null; readonly commitments: readonly Commitment[] }): readonly Problem[] {
  const wrong = new Problems();
  const forbidden = (nature === "CONTINUING" && version?.continuingAllowed === false) || (nature === "NEW" && version?.newAllowed === false);
  wrong.when(forbidden, "RULE", `This version of the pledge takes no ${nature} actions.`, ["nature"]);
  (commitments ?? []).forEach((id, place, all) => {
    wrong.when(there.every((commitment) => commitment.id !== id), "RULE", "This commitment is not one of the version that was signed. Choose from that one's.", ["commitments", place], [id]);
    wrong.when(all.indexOf(id) < place, "ALREADY_EXISTS", "This commitment is listed already. Once is enough.", ["commitments", place], [id]);
  });
  return wrong.all();
}

/** An action that was missing is added while there is room, and once none is missing no reason is left. */
export function nameAction(sent: Pick<PledgeActionInput, "nature" | "commitments">, { version, commitments, count }: { readonly version: Version | null; readonly commitments: readonly Commitment[]; readonly count: number }): Ruled {
  const wrong = new Problems();
  const { actions } = termsOf(version);
  wrong.when(count >= actions, "RULE", `A signature names exactly ${actions === 2 ? "two" : actions} actions, and this one does. What comes next belongs to its next signature.`, ["signature"]);
  wrong.add(namedProblems(sent, { version, commitments }));
  return { fields: count + 1 >= actions ? { missingActionsReason: null } : {}, problems: wrong.all() };
}

/** How far an action is, is said until it is reviewed. */
export function reportAction({ outcome, progress }: { readonly outcome: string | null; readonly progress: string }, sent: { readonly progress?: string }): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(outcome !== null, "NOT_ALLOWED_NOW", `This action was reviewed (${outcome ?? ""}), so its progress is no longer reported. To set the review right, review it again with a reason.`);
  wrong.when(sent.progress === "NOT_REPORTED" && progress !== "NOT_REPORTED", "RULE", "Something was reported already. Choose how far it is now.", ["progress"]);
  return wrong.all();
}

/** A review waits for the first day on which the action can be due, and the day of the review for itself. An outcome that stands is changed only with a reason, and not once a later signature goes on with the action. */
export function reviewAction(action: Action, sent: Pick<ReviewPledgeActionInput, "outcome" | "outcomeNote" | "reviewed">, { signed, months, later, today }: { readonly signed: PartialDate; readonly months: number; readonly later: readonly string[]; readonly today: Day }): Ruled & { readonly isChanged: boolean } {
  const wrong = new Problems();
  const reviewed = dateSent(wrong, sent.reviewed ?? { text: today }, ["reviewed"]);
  const due = dueBy(action.due, signed, { months });
  wrong.when(reviewed.status !== "KNOWN" && wrong.all().length === 0, "MISSING_FIELD", "Say when it was reviewed, or leave that out for today.", ["reviewed"]);
  wrong.when(isToCome(reviewed, today), "NOT_YET", "That day has not come yet. Review it once it has.", ["reviewed"]);
  wrong.when(
    due.earliest !== null && (today < due.earliest || (reviewed.latest !== null && reviewed.latest < due.earliest)), "NOT_YET",
    `A review comes when the time of an action is over, from ${due.earliest ?? ""} on. Until then report its progress: DONE is one.`, ["reviewed"],
  );
  wrong.when(later.length > 0 && sent.outcome !== "CARRIED_FORWARD", "RULE", "A later signature goes on with this action, so it was CARRIED_FORWARD.", ["outcome"], later);
  return { fields: { outcome: sent.outcome, outcomeNote: sent.outcomeNote ?? null, reviewed }, problems: wrong.all(), isChanged: action.outcome !== null };
}

/** An action goes on once, under a later signature of the same body, to the same pledge. */
export function carryForward(action: Pick<Action, "outcome">, from: Signature, to: Signature, already: readonly string[]): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(already.length > 0, "ALREADY_EXISTS", "A later signature goes on with this action already.", [], already);
  wrong.when(action.outcome !== null && action.outcome !== "CARRIED_FORWARD", "NOT_ALLOWED_NOW", `This action was reviewed as ${action.outcome ?? ""}, so it does not go on. If that was wrong, review it again with a reason.`);
  const isOther = from.pledgeId !== to.pledgeId || !isSameBody(from, { organisation: to.organisationId, group: to.groupId });
  wrong.when(isOther, "RULE", "This signature is another body's, or under another pledge. An action goes on under the next signature of its own.", ["signature"], [to.id]);
  wrong.when(!isLater(from, to), "RULE", "This is not a later signature. An action goes on under the next one.", ["signature"], [to.id]);
  return wrong.all();
}

/** As what a body signs, by what is recorded of it. */
function kindOf({ organisation, group }: Pick<Signing, "organisation" | "group">): Kind | null {
  if (organisation !== null) return organisation.kind === "SERVICE" || organisation.kind === "TEAM" || organisation.kind === "DEPARTMENT" ? "SERVICE" : "ORGANISATION";
  if (group === null) return null;
  return group.kind === "BOARD" ? "BOARD" : "GROUP";
}

function suits(kind: Kind | null, { organisation, group }: Pick<Signing, "organisation" | "group">): boolean {
  if (kind === null) return true;
  if (organisation !== null) return kind === "ORGANISATION" || kind === "SERVICE";
  return group === null || kind === "GROUP" || kind === "BOARD";
}

function isSameBody({ organisationId, groupId }: Pick<Signature, "organisationId" | "groupId">, { organisation, group }: { readonly organisation?: string | null | undefined; readonly group?: string | null | undefined }): boolean {
  return (organisationId !== null && organisationId === organisation) || (groupId !== null && groupId === group);
}

/** The times of two signatures surely have a day in common. */
function overlap(one: Pick<Signature, "signed"> & Pick<Terms, "months">, other: Pick<Signature, "signed"> & Pick<Terms, "months">): boolean {
  return surelyWithin(one, other) && surelyWithin(other, one);
}

function surelyWithin({ signed }: Pick<Signature, "signed">, other: Pick<Signature, "signed"> & Pick<Terms, "months">): boolean {
  const over = dueBy({ ...other.signed, status: "UNKNOWN" }, other.signed, other).earliest;
  return other.signed.status === "KNOWN" && signed.latest !== null && over !== null && signed.latest < over;
}

function words(list: readonly string[]): string {
  return list.length < 2 ? list.join("") : `${list.slice(0, -1).join(", ")} or ${list.at(-1) ?? ""}`;
}
