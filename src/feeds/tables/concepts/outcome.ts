import { outcomeContributionListing, outcomeListing } from "../../../domain/learning/outcome/store.ts";
import { outcomeContributionKind, outcomeKind } from "../../../domain/learning/outcome/table.ts";
import { recordTable } from "../record-table.ts";

export const outcomes = recordTable({
  name: "outcomes",
  kind: outcomeKind,
  list: { filter: "OutcomeFilter", listing: outcomeListing },
  fields: ["plan", "number", "title", "planOwner", "place"],
});

export const outcomeContributions = recordTable({
  name: "outcome_contributions",
  kind: outcomeContributionKind,
  list: { filter: "OutcomeContributionFilter", listing: outcomeContributionListing },
  fields: ["outcome", "programme", "statement", "basis", "evidence"],
});
