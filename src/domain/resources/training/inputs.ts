import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { BasisEnum, SectorEnum } from "../../partners/organisation/type.ts";
import { CohortKindEnum, TrainingModeEnum, TrainingPartEnum, TrainingPartyKindEnum, TrainingStatusEnum } from "./type.ts";

@InputType("TrainingRoleFilter", { description: "Which parts in training programmes: all of this holds of one and the same." })
export class TrainingRoleFilter {
  @Field(() => [TrainingPartEnum], { nullable: true, description: "As one of these." })
  declare readonly role?: string[] | null;

  @Field(() => [TrainingPartyKindEnum], { nullable: true, description: "Of somebody of one of these kinds." })
  declare readonly partyKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Of this HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "Of whoever holds this post." })
  declare readonly post?: string | null;

  @Field(() => ID, { nullable: true, description: "In this tier." })
  declare readonly tier?: string | null;

  @Field(() => [BasisEnum], { nullable: true, description: "Resting on one of these." })
  declare readonly basis?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("CohortFilter", { description: "Which of those who were trained: all of this holds of one and the same." })
export class CohortFilter {
  @Field(() => [CohortKindEnum], { nullable: true, description: "Of one of these kinds: ORGANISATION finds the organisations that are named." })
  declare readonly cohortKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "The people of this organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "The people of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "The people of this group." })
  declare readonly group?: string | null;

  @Field(() => ID, { nullable: true, description: "In this tier." })
  declare readonly tier?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Trained in this span of days." })
  declare readonly trained?: DateWindow | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("TrainingProgrammeFilter", { description: "Which training programmes." })
export class TrainingProgrammeFilter {
  @Field(() => ID, { nullable: true, description: "At this place or at one in it, or in a programme that is." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "In this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "In this workstream." })
  declare readonly workstream?: string | null;

  @Field(() => ID, { nullable: true, description: "Paid for out of this award." })
  declare readonly award?: string | null;

  @Field(() => [TrainingStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => [TrainingModeEnum], { nullable: true, description: "With a tier in one of these modes." })
  declare readonly mode?: string[] | null;

  @Field(() => TrainingRoleFilter, { nullable: true, description: "In which somebody has a part like this." })
  declare readonly role?: TrainingRoleFilter | null;

  @Field(() => CohortFilter, { nullable: true, description: "In which people like this were trained." })
  declare readonly cohort?: CohortFilter | null;

  @Field(() => DateWindow, { nullable: true, description: "Beginning in this span of days." })
  declare readonly start?: DateWindow | null;

  @Field(() => DateWindow, { nullable: true, description: "Ending in this span of days." })
  declare readonly end?: DateWindow | null;

  @Field(() => DayScalar, { nullable: true, description: "Running on this day. A hit is POSSIBLE where a source does not say since when or until when." })
  declare readonly on?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;
}

export const TrainingProgrammeOrderEnum = enumOf("TrainingProgrammeOrder", "What a list of training programmes is sorted by.", ["NAME", "START"] as const, {
  NAME: "The name.",
  START: "The earliest day on which it can have begun; those without one last.",
});

export const TrainingRoleOrderEnum = enumOf("TrainingRoleOrder", "What a list of parts in training programmes is sorted by.", ["ROLE"] as const, {
  ROLE: "Funders first, then those who ordered, worked out, deliver and oversee it.",
});

export const CohortOrderEnum = enumOf("CohortOrder", "What a list of those who were trained is sorted by.", ["TRAINED"] as const, {
  TRAINED: "The earliest day on which they can have been trained; those without one last.",
});
