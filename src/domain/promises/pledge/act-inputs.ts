import { Field, ID, InputType, Int } from "type-graphql";
import { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { AudienceEnum } from "../../../api/record.ts";
import { PartialDateInput } from "../../../api/value/inputs.ts";
import { ActionNatureEnum, ActionOutcomeEnum, ActionProgressEnum, MissingActionsReasonEnum } from "./signature-type.ts";
import type { actionOutcomes, actionProgresses, missingActionReasons, signatoryKinds, signingAuthorities } from "./table.ts";
import { SignatoryKindEnum, SigningAuthorityEnum } from "./type.ts";

@InputType("PledgeActionInput", { description: "An action that a signatory names." })
export class PledgeActionInput {
  @Field(() => String, { description: "What is to be done." })
  declare readonly statement: string;

  @Field(() => ActionNatureEnum, { description: "Whether it goes on with what is being done or is new." })
  declare readonly nature: string;

  @Field(() => [ID], { nullable: true, description: "The commitments of the version signed that it serves." })
  declare readonly commitments?: readonly string[] | null;

  @Field(() => ID, { nullable: true, description: "The workstream in which it is carried out." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The output that it uses or makes." })
  declare readonly output?: string | null;
}

@InputType("SignPledgeInput", { description: "A body's signature: exactly one of organisation (a service is one too), group (a board is one too) and description." })
export class SignPledgeInput {
  @Field(() => ID, { description: "The version that is signed: it says who may sign, and how many actions it asks for." })
  declare readonly pledgeVersion: string;

  @Field(() => ID, { nullable: true, description: "The organisation or service that signs." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The group or board that signs." })
  declare readonly group?: string | null;

  @Field(() => String, { nullable: true, description: "Who signs, where nobody names the body." })
  declare readonly description?: string | null;

  @Field(() => SignatoryKindEnum, { nullable: true, description: "As what it signs; as what it is recorded here unless given." })
  declare readonly signatoryKind?: (typeof signatoryKinds)[number] | null;

  @Field(() => PartialDateInput, { description: "When it was signed, or that it is not stated." })
  declare readonly signed: PartialDateInput;

  @Field(() => SigningAuthorityEnum, { nullable: true, description: "With what authority whoever signed did so. Needed where the version says who signs." })
  declare readonly authority?: (typeof signingAuthorities)[number] | null;

  @Field(() => ID, { nullable: true, description: "Who signed for it, if they stand in a public role here already. Nobody has to be named." })
  declare readonly signedBy?: string | null;

  @Field(() => String, { nullable: true, description: "With whom it signed." })
  declare readonly signedWith?: string | null;

  @Field(() => ID, { nullable: true, description: "For which place it signs, where that is not the body's." })
  declare readonly place?: string | null;

  @Field(() => [PledgeActionInput], { description: "Exactly as many actions as the version asks for, which is two unless it says otherwise; fewer only with missingActionsReason." })
  declare readonly actions: readonly PledgeActionInput[];

  @Field(() => MissingActionsReasonEnum, { nullable: true, description: "Why it names fewer." })
  declare readonly missingActionsReason?: (typeof missingActionReasons)[number] | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for; as the pledge unless given." })
  declare readonly audience?: string | null;
}

@InputType("AmendPledgeSignatureInput", { description: "What of a signature was written down wrongly. What is left out stays; a null empties. Which version was signed, and its actions, are not of it: those have acts of their own." })
export class AmendPledgeSignatureInput extends RecordAsReadInput {
  @Field(() => ID, { nullable: true, description: "The organisation or service that signed, in the place of who stood there." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The group or board that signed, in the place of who stood there." })
  declare readonly group?: string | null;

  @Field(() => String, { nullable: true, description: "Who signed, where nobody names the body, in the place of who stood there." })
  declare readonly description?: string | null;

  @Field(() => SignatoryKindEnum, { nullable: true, description: "As what it signed; where another body signed, as what that is recorded here unless given." })
  declare readonly signatoryKind?: (typeof signatoryKinds)[number] | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was signed." })
  declare readonly signed?: PartialDateInput | null;

  @Field(() => SigningAuthorityEnum, { nullable: true, description: "With what authority whoever signed did so." })
  declare readonly authority?: (typeof signingAuthorities)[number] | null;

  @Field(() => ID, { nullable: true, description: "Who signed for it, if they stand in a public role here already." })
  declare readonly signedBy?: string | null;

  @Field(() => String, { nullable: true, description: "With whom it signed." })
  declare readonly signedWith?: string | null;

  @Field(() => ID, { nullable: true, description: "For which place it signs, where that is not the body's." })
  declare readonly place?: string | null;

  @Field(() => AudienceEnum, { nullable: true, description: "Who it is for." })
  declare readonly audience?: string | null;
}

@InputType("AmendPledgeActionInput", { description: "What of an action was written down wrongly. What is left out stays; a null empties. How far it is, and what became of it, acts of their own say." })
export class AmendPledgeActionInput extends RecordAsReadInput {
  @Field(() => String, { nullable: true, description: "What is to be done." })
  declare readonly statement?: string | null;

  @Field(() => ActionNatureEnum, { nullable: true, description: "Whether it goes on with what is being done or is new." })
  declare readonly nature?: string | null;

  @Field(() => ID, { nullable: true, description: "The workstream in which it is carried out." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "The output that it uses or makes." })
  declare readonly output?: string | null;
}

@InputType("NamePledgeActionInput", { description: "An action that a signature lacked." })
export class NamePledgeActionInput extends PledgeActionInput {
  @Field(() => ID, { description: "The signature." })
  declare readonly signature: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;
}

@InputType("ReportPledgeActionInput", { description: "How far an action is." })
export class ReportPledgeActionInput extends RecordAsReadInput {
  @Field(() => ActionProgressEnum, { nullable: true, description: "How far it is; as it was unless given." })
  declare readonly progress?: (typeof actionProgresses)[number];

  @Field(() => String, { nullable: true, description: "What there is to say of it; as it was unless given." })
  declare readonly progressNote?: string | null;
}

@InputType("ReviewPledgeActionInput", { description: "What became of an action, once its time is over." })
export class ReviewPledgeActionInput extends RecordAsReadInput {
  @Field(() => ActionOutcomeEnum, { description: "What the review found." })
  declare readonly outcome: (typeof actionOutcomes)[number];

  @Field(() => String, { nullable: true, description: "What there is to say of it." })
  declare readonly outcomeNote?: string | null;

  @Field(() => PartialDateInput, { nullable: true, description: "When it was reviewed; today unless given." })
  declare readonly reviewed?: PartialDateInput | null;
}

@InputType("CarryForwardPledgeActionInput", { description: "An action that goes on under a later signature of the same body." })
export class CarryForwardPledgeActionInput extends RecordAsReadInput {
  @Field(() => ID, { description: "The later signature under which it goes on." })
  declare readonly signature: string;

  @Field(() => [ID], { nullable: true, description: "The commitments of the version signed then that it serves." })
  declare readonly commitments?: readonly string[] | null;
}
