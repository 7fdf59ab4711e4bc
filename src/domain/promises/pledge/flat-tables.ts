import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { pledgeActionListing, pledgeCommitmentListing, pledgeListing, pledgeSignatureListing } from "./store.ts";
import { actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind, pledgeSignerKind, pledgeVersionKind } from "./table.ts";

export const pledgeFlatTables: readonly FlatTable[] = [
  {
    name: "pledges",
    kind: pledgeSignatureKind,
    list: { filter: "PledgeSignatureFilter", listing: pledgeSignatureListing },
    fields: [
      "pledge", "pledgeVersion", "organisation", "group", "description", "signatoryKind", "place", "signed", "signedBy", "authority", "signedWith",
      "actionCount", "actionStanding", "missingActionsReason",
    ],
  },
  {
    name: "actions",
    kind: pledgeActionKind,
    list: { filter: "PledgeActionFilter", listing: pledgeActionListing },
    fields: [
      "signature", "signature.organisation", "signature.group", "signature.description", "position", "statement", "nature", "due", "dueBy", "progress", "progressNote", "outcome", "outcomeNote", "reviewed",
      "commitments.number", "carriedForwardFrom", "workstream", "output",
    ],
  },
  {
    name: "action_commitments",
    kind: actionCommitmentKind,
    fields: ["action", "commitment"],
  },
  {
    name: "pledge_schemes",
    kind: pledgeKind,
    list: { filter: "PledgeFilter", listing: pledgeListing },
    fields: ["title", "purpose", "place", "programme"],
  },
  {
    name: "pledge_versions",
    kind: pledgeVersionKind,
    fields: [
      "pledge", "name", "source", "published", "address", "supersedes", "eligibility", "signing", "commitmentCount", "actionCount", "actionMonths",
      "continuingAllowed", "newAllowed", "actionsVaryWith",
    ],
  },
  {
    name: "pledge_commitments",
    kind: pledgeCommitmentKind,
    list: { filter: "PledgeCommitmentFilter", listing: pledgeCommitmentListing },
    fields: ["pledgeVersion", "number", "numberBasis", "wording", "topics", "output"],
  },
  {
    name: "pledge_eligibilities",
    kind: pledgeEligibilityKind,
    fields: ["pledgeVersion", "signatoryKind"],
  },
  {
    name: "pledge_signers",
    kind: pledgeSignerKind,
    fields: ["pledgeVersion", "authority", "examples"],
  },
  {
    name: "pledge_differences",
    kind: pledgeDifferenceKind,
    fields: ["commitment", "comparedWith", "kind", "note"],
  },
  {
    name: "example_actions",
    kind: exampleActionKind,
    fields: ["pledgeVersion", "position", "wording", "output"],
  },
];
