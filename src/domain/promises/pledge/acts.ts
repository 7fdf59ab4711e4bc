import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems } from "../../../api/act/ruled.ts";
import { isId } from "../../../kernel/identity.ts";
import { readPartialDate } from "../../../kernel/read-partial-date.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import { groupKind } from "../../partners/group/table.ts";
import { organisationKind } from "../../partners/organisation/table.ts";
import type { AmendPledgeActionInput, AmendPledgeSignatureInput, CarryForwardPledgeActionInput, NamePledgeActionInput, PledgeActionInput, ReportPledgeActionInput, ReviewPledgeActionInput, SignPledgeInput } from "./act-inputs.ts";
import { amendAction, amendSignature, carryForward, nameAction, reportAction, reviewAction, signPledge, type Amending } from "./decisions.ts";
import { termsOf } from "./rules.ts";
import { actionsGoingOnWith, actionsNamedIn, commitmentsIn, eligibilitiesOf, signaturesUnder, signersOf } from "./store.ts";
import { actionCommitmentKind, pledgeActionKind, pledgeCommitmentKind, pledgeKind, pledgeSignatureKind, pledgeVersionKind, type pledgeSignatures, type pledgeVersions } from "./table.ts";

type Signature = typeof pledgeSignatures.$inferSelect;

/** What people do with pledges. */
export const pledgeActs = {
  sign(draft: ActDraft, sent: SignPledgeInput, path: Path): string {
    const version = draft.find(pledgeVersionKind, sent.pledgeVersion, [...path, "pledgeVersion"]);
    const pledge = draft.findFor("pledge:sign", pledgeKind, version.pledgeId, [...path, "pledgeVersion"]);
    const earlier = signaturesUnder(draft.graph, pledge.id).map((signature) => ({ ...signature, ...termsOf(versionOf(draft, signature)) }));
    const [organisation, group] = [draft.findAny(organisationKind, sent.organisation, [...path, "organisation"]), draft.findAny(groupKind, sent.group, [...path, "group"])];
    for (const [place, { commitments: served }] of sent.actions.entries()) findCommitments(draft, served, [...path, "actions", place]);
    const [eligible, signers, commitments] = [eligibilitiesOf(draft.graph, version.id), signersOf(draft.graph, version.id), commitmentsIn(draft.graph, version.id)];
    const id = draft.create(pledgeSignatureKind, signPledge(sent, { pledge, version, eligible, signers, commitments, organisation, group, earlier }, draft.today), path);
    const signature = draft.find(pledgeSignatureKind, id);
    sent.actions.forEach((action, place) => named(draft, signature, action, place + 1, [...path, "actions", place]));
    return id;
  },

  amendSignature(draft: ActDraft, { id, expectedVersion, ...sent }: AmendPledgeSignatureInput, path: Path): string {
    const signature = draft.findFor("pledge-signature:amend", pledgeSignatureKind, id, [...path, "id"]);
    draft.findAny(organisationKind, sent.organisation, [...path, "organisation"]);
    draft.findAny(groupKind, sent.group, [...path, "group"]);
    const { signed, ...edits } = draft.merge(pledgeSignatureKind, id, expectedVersion, valuesOf(pledgeSignatureKind, sent), path);
    const date = signed === undefined ? {} : { signed: readPartialDate(sent.signed ?? "unknown") };
    draft.change(pledgeSignatureKind, id, amendSignature(signature, { ...edits, ...date }, besideOf(draft, signature, edits), draft.today), path);
    return id;
  },

  amendAction(draft: ActDraft, { id, expectedVersion, ...sent }: AmendPledgeActionInput, path: Path): string {
    const action = draft.findFor("pledge-action:amend", pledgeActionKind, id, [...path, "id"]);
    const edits = draft.merge(pledgeActionKind, id, expectedVersion, valuesOf(pledgeActionKind, sent), path);
    const signature = draft.read(pledgeSignatureKind, action.signatureId);
    draft.change(pledgeActionKind, id, amendAction(edits, signature === null ? null : versionOf(draft, signature)), path);
    return id;
  },

  name(draft: ActDraft, { signature: id, expectedVersion, ...sent }: NamePledgeActionInput, path: Path): string {
    const signature = draft.findFor("pledge-action:name", pledgeSignatureKind, id, [...path, "signature"]);
    findCommitments(draft, sent.commitments, path);
    draft.unchanged(pledgeSignatureKind, id, expectedVersion, ["missingActionsReason", "pledgeVersionId"], path);
    return addedTo(draft, signature, sent, {}, path);
  },

  report(draft: ActDraft, { id, expectedVersion, ...sent }: ReportPledgeActionInput, path: Path): string {
    const action = draft.findFor("pledge-action:report", pledgeActionKind, id, [...path, "id"]);
    const fields = draft.merge(pledgeActionKind, id, expectedVersion, valuesOf(pledgeActionKind, sent), path);
    draft.change(pledgeActionKind, id, { fields, problems: reportAction(action, sent) }, path);
    return id;
  },

  review(draft: ActDraft, { id, expectedVersion, ...sent }: ReviewPledgeActionInput, path: Path): string {
    const action = draft.findFor("pledge-action:review", pledgeActionKind, id, [...path, "id"]);
    draft.unchanged(pledgeActionKind, id, expectedVersion, ["outcome", "outcomeNote", "reviewed"], path);
    const signature = draft.find(pledgeSignatureKind, action.signatureId, [...path, "id"]);
    const later = actionsGoingOnWith(draft.graph, id).map((next) => next.id);
    const { months } = termsOf(versionOf(draft, signature));
    const { fields, problems, isChanged } = reviewAction(action, sent, { signed: signature.signed, months, later, today: draft.today });
    if (isChanged) draft.because("the outcome of an action changes that was reviewed before");
    draft.change(pledgeActionKind, id, { fields, problems }, path);
    return id;
  },

  carryForward(draft: ActDraft, { id, expectedVersion, signature: to, commitments }: CarryForwardPledgeActionInput, path: Path): string {
    const action = draft.find(pledgeActionKind, id, [...path, "id"]);
    const [from, next] = [draft.find(pledgeSignatureKind, action.signatureId, [...path, "id"]), draft.find(pledgeSignatureKind, to, [...path, "signature"])];
    draft.demand(pledgeActionKind, action, "pledge-action:carry-forward");
    draft.demand(pledgeSignatureKind, next, "pledge-action:carry-forward");
    findCommitments(draft, commitments, path);
    draft.unchanged(pledgeActionKind, id, expectedVersion, ["statement", "outcome"], path);
    const wrong = new Problems();
    wrong.add(carryForward(action, from, next, actionsGoingOnWith(draft.graph, id).map((later) => later.id)), path);
    wrong.refuse();
    const { statement, workstreamId, outputId } = action;
    const made = addedTo(draft, next, { statement, nature: "CONTINUING", commitments: commitments ?? [] }, { carriedForwardFromId: id, workstreamId, outputId }, path);
    if (action.outcome === null) {
      const { months } = termsOf(versionOf(draft, from));
      draft.change(pledgeActionKind, id, reviewAction(action, { outcome: "CARRIED_FORWARD" }, { signed: from.signed, months, later: [made], today: draft.today }), path);
    }
    return made;
  },
};

/** What a signature is set right beside, for the body that it is to be of. */
function besideOf(draft: ActDraft, signature: Signature, edits: FieldValues): Amending {
  const { graph } = draft;
  const version = versionOf(draft, signature);
  const { organisationId, groupId } = edits;
  const isOther = isId(organisationId) || isId(groupId);
  const [organisation, group] = [isOther ? organisationId : signature.organisationId, isOther ? groupId : signature.groupId];
  const actions = actionsNamedIn(graph, signature.id);
  const signatureOf = (id: string | null): Signature[] => {
    const action = id === null ? null : draft.read(pledgeActionKind, id);
    const found: Signature | null = action === null ? null : draft.read(pledgeSignatureKind, action.signatureId);
    return found === null ? [] : [found];
  };
  return {
    terms: termsOf(version), eligible: version === null ? [] : eligibilitiesOf(graph, version.id), signers: version === null ? [] : signersOf(graph, version.id),
    organisation: isId(organisation) ? draft.read(organisationKind, organisation) : null, group: isId(group) ? draft.read(groupKind, group) : null,
    earlier: signaturesUnder(graph, signature.pledgeId).filter(({ id }) => id !== signature.id).map((other) => ({ ...other, ...termsOf(versionOf(draft, other)) })),
    before: actions.flatMap(({ carriedForwardFromId }) => signatureOf(carriedForwardFromId)),
    after: actions.flatMap(({ id }) => actionsGoingOnWith(graph, id)).flatMap(({ id }) => signatureOf(id)),
  };
}

/** Refuses commitments that there are not, or that this viewer may not see, before a rule says anything of them. */
function findCommitments(draft: ActDraft, commitments: readonly string[] | null | undefined, path: Path): void {
  draft.each(commitments ?? [], [...path, "commitments"], (id, at) => draft.find(pledgeCommitmentKind, id, at));
}

/** Adds an action to a signature that has room for it. */
function addedTo(draft: ActDraft, signature: Signature, action: PledgeActionInput, more: Readonly<Record<string, unknown>>, path: Path): string {
  const version = versionOf(draft, signature);
  const others = actionsNamedIn(draft.graph, signature.id);
  const decided = nameAction(action, { version, commitments: version === null ? [] : commitmentsIn(draft.graph, version.id), count: others.length });
  draft.change(pledgeSignatureKind, signature.id, decided, path);
  return named(draft, signature, action, Math.max(0, ...others.map(({ position }) => position)) + 1, path, more);
}

/** Writes an action under a signature, with the commitments that it serves. It is due by what the signature and its version say. */
function named(draft: ActDraft, { id, audience, systemId }: Signature, { commitments, ...sent }: PledgeActionInput, position: number, path: Path, more: Readonly<Record<string, unknown>> = {}): string {
  const { statement, nature, workstream = null, output = null } = sent;
  const fields = { audience, systemId, signatureId: id, position, statement, nature, progress: "NOT_REPORTED", workstreamId: workstream, outputId: output, ...more };
  const actionId = draft.create(pledgeActionKind, { fields, problems: [] }, path);
  for (const commitmentId of commitments ?? []) draft.create(actionCommitmentKind, { fields: { audience, systemId, actionId, commitmentId }, problems: [] }, path);
  return actionId;
}

function versionOf(draft: ActDraft, { pledgeVersionId }: Pick<Signature, "pledgeVersionId">): typeof pledgeVersions.$inferSelect | null {
  return pledgeVersionId === null ? null : draft.read(pledgeVersionKind, pledgeVersionId);
}
