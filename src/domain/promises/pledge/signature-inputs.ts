import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { ActionNatureEnum, ActionOutcomeEnum, ActionProgressEnum, MissingActionsReasonEnum } from "./signature-type.ts";
import { SignatoryKindEnum, SigningAuthorityEnum } from "./type.ts";

@InputType("PledgeSignatureFilter", { description: "Which signatures." })
export class PledgeSignatureFilter {
  @Field(() => ID, { nullable: true, description: "Under this pledge." })
  declare readonly pledge?: string | null;

  @Field(() => ID, { nullable: true, description: "Under this version of it." })
  declare readonly pledgeVersion?: string | null;

  @Field(() => ID, { nullable: true, description: "For this place or one in it, or by a body there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Under a pledge of this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "By this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "By this group." })
  declare readonly group?: string | null;

  @Field(() => [SectorEnum], { nullable: true, description: "By an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => [SignatoryKindEnum], { nullable: true, description: "By a body of one of these kinds." })
  declare readonly signatoryKind?: string[] | null;

  @Field(() => [SigningAuthorityEnum], { nullable: true, description: "With one of these authorities." })
  declare readonly authority?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Signed by this person, whom the viewer may see." })
  declare readonly signedBy?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name or the description of the signatory." })
  declare readonly signatoryContains?: string | null;

  @Field(() => [MissingActionsReasonEnum], { nullable: true, description: "That name fewer than two actions, for one of these reasons." })
  declare readonly missingActionsReason?: string[] | null;

  @Field(() => DateWindow, { nullable: true, description: "Signed in this span of days." })
  declare readonly signed?: DateWindow | null;
}

export const PledgeSignatureOrderEnum = enumOf(
  "PledgeSignatureOrder", "What a list of signatures is sorted by. Not by the signatory's name: it may be one that the viewer is not shown.", ["SIGNED", "LATEST"] as const,
  { SIGNED: "The earliest day on which it can have been signed; those without one last.", LATEST: "The last such day, the latest first." },
);

@InputType("PledgeActionFilter", { description: "Which actions." })
export class PledgeActionFilter {
  @Field(() => PledgeSignatureFilter, { nullable: true, description: "Of a signature like this, which the viewer may see." })
  declare readonly signature?: PledgeSignatureFilter | null;

  @Field(() => [ActionNatureEnum], { nullable: true, description: "Of one of these natures." })
  declare readonly nature?: string[] | null;

  @Field(() => [ActionProgressEnum], { nullable: true, description: "This far." })
  declare readonly progress?: string[] | null;

  @Field(() => [ActionOutcomeEnum], { nullable: true, description: "With one of these outcomes." })
  declare readonly outcome?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "Whether there is an outcome yet." })
  declare readonly isReviewed?: boolean | null;

  @Field(() => DateWindow, { nullable: true, description: "Due in this span of days, by dueBy." })
  declare readonly dueBy?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Reviewed in this span of days." })
  declare readonly reviewed?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "That serve this commitment of the pledge." })
  declare readonly commitment?: string | null;

  @Field(() => ID, { nullable: true, description: "Carried out in this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "That use or make this output." })
  declare readonly output?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the statement." })
  declare readonly statementContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const PledgeActionOrderEnum = enumOf("PledgeActionOrder", "What a list of actions is sorted by.", ["DUE_BY", "PROGRESS", "POSITION", "STATEMENT"] as const, {
  DUE_BY: "The earliest day on which it can be due, as dueBy says; those without one last.",
  PROGRESS: "How far they are: not started, in progress, done, then those of which nobody has said.",
  POSITION: "The signature, so that the actions of one stand together, and their place in it.",
  STATEMENT: "The statement.",
});
