import { Field, Int, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { PartRuleEnum } from "../../delivery/milestone/type.ts";
import { realisationKinds } from "./rules.ts";
import { recommendationStatuses } from "./table.ts";

export const RecommendationStatusEnum = enumOf("RecommendationStatus", "What became of a recommendation. Nothing is concluded from silence.", recommendationStatuses, {
  MADE: "Made; no answer is recorded, and nobody is known to have asked for one.",
  ACCEPTED: "Accepted.",
  PARTLY_ACCEPTED: "Accepted in part.",
  REJECTED: "Rejected.",
  IMPLEMENTED: "Put into practice.",
  NOT_REPORTED: "Somebody asked what became of it and had no answer. Of most other records NOT_REPORTED says only that no source tells.",
});

export const RealisationKindEnum = enumOf("RealisationKind", "What puts a recommendation into practice.", realisationKinds, {
  WORKSTREAM: "A workstream: see workstream.",
  MILESTONE: "A milestone: see milestone.",
  POST: "A post: see post.",
  TRAINING_PROGRAMME: "A training programme: see trainingProgramme.",
  GROUP: "A group or network: see group.",
  EVENT_SERIES: "A series of events: see eventSeries.",
  OUTPUT: "An output: see output.",
  DESCRIBED: "Something that the source describes and the graph does not track: see description.",
});

@ObjectType("Recommendation", { implements: [RecordInterface], description: "What a document asks somebody to do, what they answered, and what puts it into practice." })
export class RecommendationType extends RecordInterface {
  @Field(() => Int, { description: "Its place among the recommendations of its document, from 1." })
  declare readonly position: number;

  @Field(() => String, { nullable: true, description: "Its number as the document gives it, as 2.1. Null where it gives none: see valueStatus." })
  declare readonly number: string | null;

  @Field(() => String, { description: "What it asks for, in our short words." })
  declare readonly statement: string;

  @Field(() => [String], { description: "Its parts, where it asks for several things. Empty where there are none." })
  declare readonly parts: readonly string[];

  @Field(() => PartRuleEnum, { nullable: true, description: "Whether all of its parts are asked for, or any one. Null where it has none." })
  declare readonly metBy: string | null;

  @Field(() => RecommendationStatusEnum, { description: "What became of it." })
  declare readonly status: string;

  @Field(() => String, { nullable: true, description: "Whom it addresses, where the document describes but does not name them. Null where they are named, or where the document says nothing: see valueStatus." })
  declare readonly addressedTo: string | null;

  @Field(() => String, { nullable: true, description: "What they answered, in our short words. Null where no answer is recorded: see valueStatus." })
  declare readonly response: string | null;

  @Field(() => PartialDateType, { description: "When they answered." })
  declare readonly responded: PartialDateType;
}

@ObjectType("Realisation", { implements: [RecordInterface], description: "What puts a recommendation into practice: exactly one of workstream, milestone, post, trainingProgramme, group, eventSeries, output and description; realisationKind tells which. That there is one does not say that it is done." })
export class RealisationType extends RecordInterface {
  @Field(() => String, { nullable: true, description: "What it is, where the graph does not track it. Null where it does." })
  declare readonly description: string | null;
}
