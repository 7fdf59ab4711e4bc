import { pledgeActionListing, pledgeCommitmentListing, pledgeListing, pledgeSignatureListing } from "../../../domain/promises/pledge/store.ts";
import { actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind, pledgeSignerKind, pledgeVersionKind } from "../../../domain/promises/pledge/table.ts";
import { recordTable } from "../record-table.ts";

export const pledges = recordTable({
  name: "pledges",
  kind: pledgeSignatureKind,
  list: { filter: "PledgeSignatureFilter", listing: pledgeSignatureListing },
  fields: [
    "pledge", "pledgeVersion", "organisation", "group", "description", "signatoryKind", "place", "signed", "signedBy", "authority", "signedWith",
    "actionCount", "actionStanding", "missingActionsReason",
  ],
});

export const actions = recordTable({
  name: "actions",
  kind: pledgeActionKind,
  list: { filter: "PledgeActionFilter", listing: pledgeActionListing },
  fields: [
    "signature", "signature.organisation", "signature.group", "signature.description", "position", "statement", "nature", "due", "dueBy", "progress", "progressNote", "outcome", "outcomeNote", "reviewed",
    "commitments.number", "carriedForwardFrom", "workstream", "output",
  ],
});

export const actionCommitments = recordTable({
  name: "action_commitments",
  kind: actionCommitmentKind,
  fields: ["action", "commitment"],
});

export const pledgeSchemes = recordTable({
  name: "pledge_schemes",
  kind: pledgeKind,
  list: { filter: "PledgeFilter", listing: pledgeListing },
  fields: ["title", "purpose", "place", "programme"],
});

export const pledgeVersions = recordTable({
  name: "pledge_versions",
  kind: pledgeVersionKind,
  fields: [
    "pledge", "name", "source", "published", "address", "supersedes", "eligibility", "signing", "commitmentCount", "actionCount", "actionMonths",
    "continuingAllowed", "newAllowed", "actionsVaryWith",
  ],
});

export const pledgeCommitments = recordTable({
  name: "pledge_commitments",
  kind: pledgeCommitmentKind,
  list: { filter: "PledgeCommitmentFilter", listing: pledgeCommitmentListing },
  fields: ["pledgeVersion", "number", "numberBasis", "wording", "topics", "output"],
});

export const pledgeEligibilities = recordTable({
  name: "pledge_eligibilities",
  kind: pledgeEligibilityKind,
  fields: ["pledgeVersion", "signatoryKind"],
});

export const pledgeSigners = recordTable({
  name: "pledge_signers",
  kind: pledgeSignerKind,
  fields: ["pledgeVersion", "authority", "examples"],
});

export const pledgeDifferences = recordTable({
  name: "pledge_differences",
  kind: pledgeDifferenceKind,
  fields: ["commitment", "comparedWith", "kind", "note"],
});

export const exampleActions = recordTable({
  name: "example_actions",
  kind: exampleActionKind,
  fields: ["pledgeVersion", "position", "wording", "output"],
});
