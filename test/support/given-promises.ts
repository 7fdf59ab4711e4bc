import { claimKind, type claims } from "../../src/domain/claim/table.ts";
import { commitmentEventKind, commitmentKind, type commitmentEvents, type commitments } from "../../src/domain/promises/commitment/table.ts";
import {
  actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind, pledgeSignerKind,
  pledgeVersionKind, type actionCommitments, type exampleActions, type pledgeActions, type pledgeCommitments, type pledgeDifferences, type pledgeEligibilities, type pledges,
  type pledgeSignatures, type pledgeSigners, type pledgeVersions,
} from "../../src/domain/promises/pledge/table.ts";
import type { World } from "./domain-world.ts";
import type { Make } from "./given.ts";

/** What was promised and claimed, each with the parents that it needs. */
export interface PromiseMakers {
  readonly commitment: Make<typeof commitments>;
  readonly commitmentEvent: Make<typeof commitmentEvents>;
  readonly pledge: Make<typeof pledges>;
  readonly version: Make<typeof pledgeVersions>;
  readonly eligibility: Make<typeof pledgeEligibilities>;
  readonly signer: Make<typeof pledgeSigners>;
  readonly pledgeCommitment: Make<typeof pledgeCommitments>;
  /** Of two commitments, each in a version of its own, unless they are given. */
  readonly difference: Make<typeof pledgeDifferences>;
  readonly example: Make<typeof exampleActions>;
  /** An organisation's, unless somebody else is given. */
  readonly signature: Make<typeof pledgeSignatures>;
  readonly action: Make<typeof pledgeActions>;
  readonly served: Make<typeof actionCommitments>;
  readonly claim: Make<typeof claims>;
}

export function promisesOf({ record, given }: World): PromiseMakers {
  const made: PromiseMakers = {
    commitment: async (values) => record(commitmentKind, { statement: "Be trauma informed", ...values }),
    commitmentEvent: async (values = {}) => record(commitmentEventKind, { kind: "MADE", ...values, commitmentId: values.commitmentId ?? (await made.commitment()) }),
    pledge: async (values) => record(pledgeKind, { title: "A pledge for partners", ...values }),
    version: async (values = {}) => record(pledgeVersionKind, { name: "As on the pledge page", ...values, pledgeId: values.pledgeId ?? (await made.pledge()) }),
    eligibility: async (values = {}) => record(pledgeEligibilityKind, { signatoryKind: "ORGANISATION", ...values, pledgeVersionId: values.pledgeVersionId ?? (await made.version()) }),
    signer: async (values = {}) => record(pledgeSignerKind, { authority: "LEADER", ...values, pledgeVersionId: values.pledgeVersionId ?? (await made.version()) }),
    pledgeCommitment: async (values = {}) =>
      record(pledgeCommitmentKind, { number: 1, numberBasis: "STATED", wording: "Put the wellbeing of staff first", ...values, pledgeVersionId: values.pledgeVersionId ?? (await made.version()) }),
    difference: async (values = {}) =>
      record(pledgeDifferenceKind, {
        kind: "REWORDED", ...values,
        commitmentId: values.commitmentId ?? (await made.pledgeCommitment()), comparedWithId: values.comparedWithId ?? (await made.pledgeCommitment()),
      }),
    example: async (values = {}) => record(exampleActionKind, { position: 1, wording: "Set up a steering group", ...values, pledgeVersionId: values.pledgeVersionId ?? (await made.version()) }),
    signature: async (values = {}) => {
      const who = values.organisationId ?? values.groupId ?? values.description ?? null;
      return record(pledgeSignatureKind, { ...(who === null ? { organisationId: await given.organisation() } : {}), ...values, pledgeId: values.pledgeId ?? (await made.pledge()) });
    },
    action: async (values = {}) =>
      record(pledgeActionKind, { position: 1, statement: "Find a champion", progress: "NOT_REPORTED", ...values, signatureId: values.signatureId ?? (await made.signature()) }),
    served: async (values = {}) =>
      record(actionCommitmentKind, { ...values, actionId: values.actionId ?? (await made.action()), commitmentId: values.commitmentId ?? (await made.pledgeCommitment()) }),
    claim: async (values) => record(claimKind, { subject: "The commitment", kind: "STATEMENT", value: "The first of its kind", status: "CLAIMED", ...values }),
  };
  return made;
}
