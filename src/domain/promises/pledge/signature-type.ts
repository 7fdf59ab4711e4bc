import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { actionStandings } from "./rules.ts";
import { actionNatures, actionOutcomes, actionProgresses, missingActionReasons } from "./table.ts";
import { SignatoryKindEnum, SigningAuthorityEnum } from "./type.ts";

export const MissingActionsReasonEnum = enumOf("MissingActionsReason", "Why a signature names fewer than two actions.", missingActionReasons, {
  NOT_STATED: "The source that tells of the signature does not name them.",
  INCOMPLETE: "The signatory has not named them yet.",
});

export const ActionStandingEnum = enumOf("ActionStanding", "Whether a signature names exactly two actions, of those that the viewer may see.", actionStandings, {
  COMPLETE: "It does.",
  NOT_STATED: "It has fewer: the source does not name them.",
  INCOMPLETE: "It has fewer: the signatory has not named them yet.",
  NOT_EXPLAINED: "It has fewer, and no reason is recorded.",
  TOO_MANY: "It has more.",
});

export const ActionNatureEnum = enumOf("ActionNature", "Whether an action goes on with what is already being done.", actionNatures, {
  CONTINUING: "It goes on with work that is being done.",
  NEW: "It is work to be developed.",
});

export const ActionProgressEnum = enumOf("ActionProgress", "How far an action was last said to be.", actionProgresses, {
  NOT_STARTED: "Not begun.",
  IN_PROGRESS: "Under way.",
  DONE: "Done.",
  NOT_REPORTED: "Nobody has said.",
});

export const ActionOutcomeEnum = enumOf("ActionOutcome", "What a review found, twelve months after signing.", actionOutcomes, {
  KEPT: "It was done.",
  PARTLY_KEPT: "It was done in part.",
  NOT_KEPT: "It was not done.",
  CARRIED_FORWARD: "It goes on: see carriedForwardTo.",
});

@ObjectType("PledgeSignature", {
  implements: [RecordInterface],
  description: "A body's signature under a pledge. The body is exactly one of organisation (a service is one too), group (a board is one too) and description.",
})
export class PledgeSignatureType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "Who signed, where a source describes but does not name the body. Null where it is named." })
  declare readonly description: string | null;

  @Field(() => SignatoryKindEnum, { nullable: true, description: "As what the body signed. Null where no source says: see valueStatus." })
  declare readonly signatoryKind: string | null;

  @Field(() => PartialDateType, { description: "When it was signed." })
  declare readonly signed: PartialDateType;

  @Field(() => SigningAuthorityEnum, { nullable: true, description: "With what authority whoever signed did so. Null where no source says." })
  declare readonly authority: string | null;

  @Field(() => String, { nullable: true, description: "With whom it signed, where a source does not name the others. Null where it signed alone, or no source says." })
  declare readonly signedWith: string | null;

  @Field(() => MissingActionsReasonEnum, { nullable: true, description: "Why it names fewer than two actions. Null where it names two." })
  declare readonly missingActionsReason: string | null;
}

@ObjectType("PledgeAction", { implements: [RecordInterface], description: "One of the actions that a signature names." })
export class PledgeActionType extends RecordInterface {
  @Field(() => Int, { description: "Where it stands among the actions of its signature, from 1." })
  declare readonly position: number;

  @Field(() => String, { description: "What is to be done." })
  declare readonly statement: string;

  @Field(() => ActionNatureEnum, { nullable: true, description: "Whether it goes on with what is being done or is new. Null where nobody says: see valueStatus." })
  declare readonly nature: string | null;

  @Field(() => PartialDateType, { description: "When it is due, as somebody recorded it. What to go by is dueBy." })
  declare readonly due: PartialDateType;

  @Field(() => ActionProgressEnum, { description: "How far it was last said to be." })
  declare readonly progress: string;

  @Field(() => String, { nullable: true, description: "What was said of its progress. Null where nothing was." })
  declare readonly progressNote: string | null;

  @Field(() => ActionOutcomeEnum, { nullable: true, description: "What the review found. Null until it was reviewed." })
  declare readonly outcome: string | null;

  @Field(() => String, { nullable: true, description: "What was said of the outcome. Null where nothing was." })
  declare readonly outcomeNote: string | null;

  @Field(() => PartialDateType, { description: "When it was reviewed." })
  declare readonly reviewed: PartialDateType;
}

@ObjectType("ActionCommitment", { implements: [RecordInterface], description: "An action serves a commitment of the pledge. It can serve several." })
export class ActionCommitmentType extends RecordInterface {}
