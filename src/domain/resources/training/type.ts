import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { QuantityType } from "../../../api/value/quantity.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { cohortKinds, trainingPartyKinds } from "./rules.ts";
import { trainingModes, trainingParts, trainingStatuses } from "./table.ts";

export const TrainingStatusEnum = enumOf("TrainingStatus", "How far a training programme is.", trainingStatuses, {
  PROPOSED: "Somebody suggests that there should be one.",
  IN_DEVELOPMENT: "Being worked out.",
  RUNNING: "People are being trained.",
  ENDED: "It is over.",
  NOT_REPORTED: "No source says.",
});

export const TrainingPartEnum = enumOf("TrainingPart", "What somebody is to a training programme.", trainingParts, {
  FUNDER: "Pays for it.",
  COMMISSIONER: "Ordered it.",
  DEVELOPER: "Worked it out.",
  DELIVERER: "Trains people in it.",
  OVERSEER: "Watches over it.",
});

export const TrainingModeEnum = enumOf("TrainingMode", "How people are trained.", trainingModes, {
  ONLINE: "Online, by themselves.",
  FACILITATED: "By somebody who trains them.",
  BLENDED: "Both.",
});

export const TrainingPartyKindEnum = enumOf("TrainingPartyKind", "What somebody is who has a part in a training programme.", trainingPartyKinds, {
  ORGANISATION: "An organisation: see organisation.",
  HEALTH_INTEGRATION_TEAM: "A HIT: see healthIntegrationTeam.",
  GROUP: "A group: see group.",
  POST: "Whoever holds a post: see post.",
  DESCRIBED: "Somebody whom the source describes and does not name: see description.",
});

export const CohortKindEnum = enumOf("CohortKind", "Whose people were trained. Only an ORGANISATION counts as an organisation.", cohortKinds, {
  ORGANISATION: "An organisation's: see organisation.",
  GROUP: "A group's: see group.",
  DESCRIBED: "Those of somebody whom the source describes and does not name: see description.",
});

@ObjectType("TrainingProgramme", { implements: [RecordInterface], description: "Training that is offered, or to be, with its tiers, those who have a part in it and those who were trained." })
export class TrainingProgrammeType extends RecordInterface {
  @Field(() => String, { description: "Its name; our short words where it has none." })
  declare readonly name: string;

  @Field(() => TrainingStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "Whom it is meant for. Null where that is not known: see valueStatus." })
  declare readonly intendedFor: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where that is not known." })
  declare readonly purpose: string | null;

  @Field(() => PartialDateType, { description: "When it began or is to begin." })
  declare readonly start: PartialDateType;

  @Field(() => PartialDateType, { description: "When it ended or is to end." })
  declare readonly end: PartialDateType;
}

@ObjectType("TrainingTier", { implements: [RecordInterface], description: "A level of a training programme." })
export class TrainingTierType extends RecordInterface {
  @Field(() => Int, { description: "Its number, from 1." })
  declare readonly number: number;

  @Field(() => TrainingModeEnum, { nullable: true, description: "How people are trained. Null where that is not known: see valueStatus." })
  declare readonly mode: string | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it costs those who take part nothing. Null where that is not known: not no." })
  declare readonly free: boolean | null;

  @Field(() => String, { nullable: true, description: "Whom it is meant for, where that differs from the whole programme. Null where it does not, or that is not known." })
  declare readonly intendedFor: string | null;

  @Field(() => String, { nullable: true, description: "Where it can be found. Null where it has no address, or none is known." })
  declare readonly address: string | null;
}

@ObjectType("TrainingRole", {
  implements: [RecordInterface],
  description: "Somebody's part in a training programme: exactly one of organisation, healthIntegrationTeam, group, post and description; partyKind tells which. Where sources disagree about who has a part, each has its own.",
})
export class TrainingRoleType extends RecordInterface {
  @Field(() => TrainingPartEnum, { description: "What they are to it." })
  declare readonly role: string;

  @Field(() => String, { nullable: true, description: "Who it is, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;

  @Field(() => String, { nullable: true, description: "What of it is theirs, where a source says so without naming a tier. Null where none does." })
  declare readonly scope: string | null;

  @Field(() => BasisEnum, { description: "On what this rests." })
  declare readonly basis: string;
}

@ObjectType("Cohort", { implements: [RecordInterface], description: "A body whose people were trained, or are to be: exactly one of organisation, group and description; cohortKind tells which." })
export class CohortType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "Whose people, where the source describes but does not name them. Null where they are named." })
  declare readonly description: string | null;

  @Field(() => QuantityType, { description: "How many of them, or why that is not known." })
  declare readonly size: QuantityType;

  @Field(() => PartialDateType, { description: "When they were trained." })
  declare readonly trained: PartialDateType;
}
