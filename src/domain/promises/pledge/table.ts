import { index, sqliteTable, text, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, wholeNumber, wordList, words, yesOrNo } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { sources } from "../../foundation/source/table.ts";
import { bases, organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { workstreams } from "../../delivery/workstream/table.ts";
import { outputs } from "../../learning/output/table.ts";

export const signatoryKinds = ["ORGANISATION", "SERVICE", "BOARD", "GROUP"] as const;

export const signingAuthorities = ["LEADER", "AUTHORISED_REPRESENTATIVE"] as const;

/** How the wording of a commitment differs from that in another version. */
export const wordingDifferences = ["IDENTICAL", "SPACING", "PUNCTUATION", "ABBREVIATION", "REWORDED"] as const;

/** Why a signature names fewer actions than the pledge asks for. */
export const missingActionReasons = ["NOT_STATED", "INCOMPLETE"] as const;

/** Whether an action goes on with work that is already being done. */
export const actionNatures = ["CONTINUING", "NEW"] as const;

export const actionProgresses = ["NOT_STARTED", "IN_PROGRESS", "DONE", "NOT_REPORTED"] as const;

export const actionOutcomes = ["KEPT", "PARTLY_KEPT", "NOT_KEPT", "CARRIED_FORWARD"] as const;

export const pledges = sqliteTable(
  "pledges",
  {
    ...identity,
    ...belonging,
    title: words().notNull(),
    purpose: words(),
    placeId: reference(() => places.id),
    /** The programme that made it and keeps it. */
    programmeId: reference(() => programmes.id),
  },
  (pledge) => [index("pledges_by_place").on(pledge.placeId), index("pledges_by_programme").on(pledge.programmeId)],
);

/** One text of a pledge, as one source has it. Two wordings are two versions, and both are kept. */
export const pledgeVersions = sqliteTable(
  "pledge_versions",
  {
    ...identity,
    ...belonging,
    pledgeId: reference(() => pledges.id).notNull(),
    name: words().notNull(),
    /** The document in which it can be read in full. */
    sourceId: reference(() => sources.id),
    published: partialDate(),
    address: words(),
    supersedesId: reference((): AnySQLiteColumn => pledgeVersions.id),
    /** Whom it is for, in short. */
    eligibility: words(),
    /** Who signs for them, in short. */
    signing: words(),
    /** How many commitments it says that it has. */
    commitmentCount: wholeNumber(),
    /** How many actions a signatory names. */
    actionCount: wholeNumber(),
    /** Within how many months of signing. */
    actionMonths: wholeNumber(),
    /** Whether an action may go on with work that is already being done. */
    continuingAllowed: yesOrNo(),
    /** Whether an action may be work that is still to be developed. */
    newAllowed: yesOrNo(),
    /** What actions may depend on. */
    actionsVaryWith: wordList(),
  },
  (version) => [
    index("pledge_versions_by_pledge").on(version.pledgeId),
    index("pledge_versions_by_source").on(version.sourceId),
    index("pledge_versions_by_supersedes").on(version.supersedesId),
  ],
);

/** A kind of body that a version lets sign. */
export const pledgeEligibilities = sqliteTable(
  "pledge_eligibilities",
  {
    ...identity,
    ...belonging,
    pledgeVersionId: reference(() => pledgeVersions.id).notNull(),
    signatoryKind: oneOf(signatoryKinds).notNull(),
  },
  (eligibility) => [index("pledge_eligibilities_by_version").on(eligibility.pledgeVersionId)],
);

/** Somebody whom a version lets sign for such a body. */
export const pledgeSigners = sqliteTable(
  "pledge_signers",
  {
    ...identity,
    ...belonging,
    pledgeVersionId: reference(() => pledgeVersions.id).notNull(),
    authority: oneOf(signingAuthorities).notNull(),
    examples: wordList(),
  },
  (signer) => [index("pledge_signers_by_version").on(signer.pledgeVersionId)],
);

export const pledgeCommitments = sqliteTable(
  "pledge_commitments",
  {
    ...identity,
    ...belonging,
    pledgeVersionId: reference(() => pledgeVersions.id).notNull(),
    number: wholeNumber().notNull(),
    /** Whether the version numbers it so, or the order was taken from where it stands. */
    numberBasis: oneOf(bases).notNull(),
    /** A short wording of ours: the text itself is read at its source. */
    wording: words().notNull(),
    topics: wordList(),
    /** The output that it asks to adopt. */
    outputId: reference(() => outputs.id),
  },
  (commitment) => [index("pledge_commitments_by_version").on(commitment.pledgeVersionId, commitment.number), index("pledge_commitments_by_output").on(commitment.outputId)],
);

/** How one commitment is worded in one version, compared with the same one in another. */
export const pledgeDifferences = sqliteTable(
  "pledge_differences",
  {
    ...identity,
    ...belonging,
    commitmentId: reference(() => pledgeCommitments.id).notNull(),
    comparedWithId: reference(() => pledgeCommitments.id).notNull(),
    kind: oneOf(wordingDifferences).notNull(),
    /** What differs, in short. */
    note: words(),
  },
  (difference) => [index("pledge_differences_by_commitment").on(difference.commitmentId), index("pledge_differences_by_compared_with").on(difference.comparedWithId)],
);

/** An action that a version gives as an example. */
export const exampleActions = sqliteTable(
  "example_actions",
  {
    ...identity,
    ...belonging,
    pledgeVersionId: reference(() => pledgeVersions.id).notNull(),
    position: wholeNumber().notNull(),
    /** A short wording of ours. */
    wording: words().notNull(),
    /** The output that it is to be done with. */
    outputId: reference(() => outputs.id),
  },
  (action) => [index("example_actions_by_version").on(action.pledgeVersionId, action.position), index("example_actions_by_output").on(action.outputId)],
);

/** A body's signature: exactly one of organisation (a service is one), group (a board is one) and description. */
export const pledgeSignatures = sqliteTable(
  "pledge_signatures",
  {
    ...identity,
    ...belonging,
    pledgeId: reference(() => pledges.id).notNull(),
    /** The text that was signed, where that is known. */
    pledgeVersionId: reference(() => pledgeVersions.id),
    organisationId: reference(() => organisations.id),
    groupId: reference(() => groups.id),
    /** Who signed where a source describes but does not name the body. */
    description: words(),
    signatoryKind: oneOf(signatoryKinds),
    placeId: reference(() => places.id),
    signed: partialDate(),
    signedById: reference(() => people.id),
    authority: oneOf(signingAuthorities),
    /** With whom, where others signed together with it and a source does not name them. */
    signedWith: words(),
    missingActionsReason: oneOf(missingActionReasons),
    signedEarliest: text().generatedAlwaysAs(sql`json_extract("signed", '$.earliest')`, { mode: "virtual" }),
    signedLatest: text().generatedAlwaysAs(sql`json_extract("signed", '$.latest')`, { mode: "virtual" }),
  },
  (signature) => [
    index("pledge_signatures_by_pledge").on(signature.pledgeId),
    index("pledge_signatures_by_version").on(signature.pledgeVersionId),
    index("pledge_signatures_by_organisation").on(signature.organisationId),
    index("pledge_signatures_by_group").on(signature.groupId),
    index("pledge_signatures_by_place").on(signature.placeId),
    index("pledge_signatures_by_signed_by").on(signature.signedById),
    index("pledge_signatures_by_signed").on(signature.signedLatest, signature.id),
  ],
);

/** One of the actions that a signature names. */
export const pledgeActions = sqliteTable(
  "pledge_actions",
  {
    ...identity,
    ...belonging,
    signatureId: reference(() => pledgeSignatures.id).notNull(),
    position: wholeNumber().notNull(),
    statement: words().notNull(),
    nature: oneOf(actionNatures),
    due: partialDate(),
    progress: oneOf(actionProgresses).notNull(),
    progressNote: words(),
    outcome: oneOf(actionOutcomes),
    outcomeNote: words(),
    reviewed: partialDate(),
    carriedForwardFromId: reference((): AnySQLiteColumn => pledgeActions.id),
    workstreamId: reference(() => workstreams.id),
    outputId: reference(() => outputs.id),
    dueEarliest: text().generatedAlwaysAs(sql`json_extract("due", '$.earliest')`, { mode: "virtual" }),
    dueLatest: text().generatedAlwaysAs(sql`json_extract("due", '$.latest')`, { mode: "virtual" }),
  },
  (action) => [
    index("pledge_actions_by_signature").on(action.signatureId, action.position),
    index("pledge_actions_by_carried_forward_from").on(action.carriedForwardFromId),
    index("pledge_actions_by_workstream").on(action.workstreamId),
    index("pledge_actions_by_output").on(action.outputId),
    index("pledge_actions_by_due").on(action.dueEarliest, action.id),
    index("pledge_actions_by_progress").on(action.progress),
  ],
);

/** A commitment that an action serves. */
export const actionCommitments = sqliteTable(
  "action_commitments",
  {
    ...identity,
    ...belonging,
    actionId: reference(() => pledgeActions.id).notNull(),
    commitmentId: reference(() => pledgeCommitments.id).notNull(),
  },
  (served) => [index("action_commitments_by_action").on(served.actionId), index("action_commitments_by_commitment").on(served.commitmentId)],
);

export const pledgeKind = recordKind("Pledge", "pd", pledges, { names: [pledges.title], partOf: [pledges.programmeId] });
export const pledgeVersionKind = recordKind("PledgeVersion", "pv", pledgeVersions, { spoken: "version", statements: [pledgeVersions.name], partOf: [pledgeVersions.pledgeId] });
export const pledgeEligibilityKind = recordKind("PledgeEligibility", "pb", pledgeEligibilities, { called: (row) => [{ of: row.pledgeVersionId }, ": who may sign"] });
export const pledgeSignerKind = recordKind("PledgeSigner", "pn", pledgeSigners, { called: (row) => [{ of: row.pledgeVersionId }, ": who signs"] });
export const pledgeCommitmentKind = recordKind("PledgeCommitment", "pc", pledgeCommitments, { spoken: "commitment", statements: [pledgeCommitments.wording] });
export const pledgeDifferenceKind = recordKind("PledgeDifference", "px", pledgeDifferences, { called: (row) => [{ of: row.commitmentId }, ": how the versions differ"] });
export const exampleActionKind = recordKind("ExampleAction", "ea", exampleActions, { statements: [exampleActions.wording] });
export const pledgeSignatureKind = recordKind("PledgeSignature", "sg", pledgeSignatures, {
  spoken: "signature", called: (row) => [row.description ?? { of: row.organisationId ?? row.groupId }],
  partOf: [pledgeSignatures.pledgeId],
  choices: [{
    among: [pledgeSignatures.organisationId, pledgeSignatures.groupId, pledgeSignatures.description],
    unsaid: "Say who signs: an organisation or service, or a group or board; or describe the body where nobody names it.",
  }],
});
export const pledgeActionKind = recordKind("PledgeAction", "pa", pledgeActions, {
  spoken: "action",
  statements: [pledgeActions.statement], partOf: [pledgeActions.signatureId, pledgeActions.workstreamId], goesWith: pledgeActions.signatureId,
});
export const actionCommitmentKind = recordKind("ActionCommitment", "pk", actionCommitments, {
  called: (row) => [{ of: row.actionId }, ", for ", { of: row.commitmentId }],
  partOf: [actionCommitments.actionId], goesWith: actionCommitments.actionId,
});
