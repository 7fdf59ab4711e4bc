import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { governingCapacities, programmeStatuses, reportingRhythms } from "./table.ts";

export const ProgrammeStatusEnum = enumOf("ProgrammeStatus", "How far a programme is.", programmeStatuses, {
  PROPOSED: "Put forward, not yet agreed.",
  ACTIVE: "Under way.",
  PAUSED: "Stopped for the time being.",
  CLOSED: "Ended.",
  NOT_REPORTED: "No source says.",
});

export const ReportingRhythmEnum = enumOf("ReportingRhythm", "How often a report is due.", reportingRhythms, {
  MONTHLY: "Every month.",
  QUARTERLY: "Every three months.",
  HALF_YEARLY: "Every six months.",
  YEARLY: "Every year.",
  NONE: "No report is due.",
});

export const GoverningCapacityEnum = enumOf("GoverningCapacity", "What a HIT or group is to a programme.", governingCapacities, {
  GOVERNS: "Decides on it.",
  OVERSEES: "Watches over it.",
  ADVISES: "Advises it.",
  SCRUTINISES: "Examines it on behalf of elected members or the public.",
  DEVELOPS: "Works out what it is to be.",
});

@ObjectType("Programme", { implements: [RecordInterface], description: "Work towards one aim, made of workstreams and milestones, that a body hosts and others govern." })
export class ProgrammeType extends RecordInterface {
  @Field(() => String, { description: "Its name." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "What it is for, in our short words. Null where it is not known: see valueStatus." })
  declare readonly aim: string | null;

  @Field(() => ProgrammeStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "When it began or is to begin." })
  declare readonly start: PartialDateType;

  @Field(() => PartialDateType, { description: "When it ended or is to end." })
  declare readonly end: PartialDateType;

  @Field(() => ReportingRhythmEnum, { nullable: true, description: "How often a report on it is due. Null where it is not known." })
  declare readonly reportingRhythm: string | null;
}

@ObjectType("ProgrammeGovernance", { implements: [RecordInterface], description: "A HIT's or a group's part in governing a programme." })
export class ProgrammeGovernanceType extends RecordInterface {
  @Field(() => GoverningCapacityEnum, { description: "What it is to the programme." })
  declare readonly capacity: string;
}
