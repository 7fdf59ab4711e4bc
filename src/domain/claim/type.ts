import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../api/value/enum.ts";
import { RecordInterface } from "../../api/record.ts";
import { PartialDateType } from "../../api/value/partial-date.ts";
import { claimantKinds } from "./rules.ts";
import { claimKinds, claimStatuses } from "./table.ts";

export const ClaimStatusEnum = enumOf("ClaimStatus", "How a claim is to be taken.", claimStatuses, {
  STATED: "The claimant states it and is in a position to know.",
  INFERRED: "Our own conclusion: nobody said it.",
  CLAIMED: "The claimant's word, without evidence.",
  CONFLICTING: "Another claim says otherwise: see conflictsWith.",
  OPEN: "A question that no source answers: the subject asks it, the value says what was found. Nobody claims either answer.",
  SUPERSEDED: "The claimant no longer says so, or something newer has taken its place.",
});

export const ClaimKindEnum = enumOf("ClaimKind", "What a claim says.", claimKinds, {
  STATEMENT: "How something is.",
  FINDING: "What somebody found out.",
  BENEFIT: "What something does or will do for people.",
  CAUSE: "Why something came about.",
  PLAN: "What somebody means to do.",
});

export const ClaimantKindEnum = enumOf("ClaimantKind", "Who makes a claim.", claimantKinds, {
  ORGANISATION: "An organisation: see claimantOrganisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see claimantHealthIntegrationTeam.",
  GROUP: "A group: see claimantGroup.",
  OUTPUT: "An output, such as a policy briefing: see claimantOutput.",
  SOURCE: "A source in its own words: see claimantSource.",
  NOBODY: "Nobody: it is INFERRED or OPEN.",
});

@ObjectType("Claim", {
  implements: [RecordInterface],
  description: "A statement about a record, about one of its fields, or about nothing else in the graph. It stands beside the record and changes nothing in it: where two sources contradict each other, both claims are here.",
})
export class ClaimType extends RecordInterface {
  @Field(() => String, { description: "What it is about, in our short words." })
  declare readonly subject: string;

  @Field(() => ClaimKindEnum, { description: "What sort of thing it says." })
  declare readonly kind: string;

  @Field(() => String, { description: "What it says, in our short words. Provenance has the source's." })
  declare readonly value: string;

  @Field(() => ClaimStatusEnum, { description: "How it is to be taken." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "When it was made." })
  declare readonly made: PartialDateType;
}
