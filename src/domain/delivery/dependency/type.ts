import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { dependencyTypes } from "./table.ts";

export const DependencyTypeEnum = enumOf("DependencyType", "What the successor waits for.", dependencyTypes, {
  READY_TO_START: "It may start once the predecessor is ready, closed, or merged with accepted evidence.",
  FINISH_TO_START: "It may start once the predecessor is done.",
});

@ObjectType("Dependency", { implements: [RecordInterface], description: "Something has to come before a workstream or milestone: in one programme or across programmes." })
export class DependencyType extends RecordInterface {
  @Field(() => DependencyTypeEnum, { description: "What the successor waits for." })
  declare readonly type: string;

  @Field(() => String, { nullable: true, description: "What has to come first, in words, where it is not a workstream or milestone of the graph. Null where it is." })
  declare readonly predecessorDescription: string | null;

  @Field(() => String, { nullable: true, description: "Why it has to come first. Null where no source says." })
  declare readonly rationale: string | null;

  @Field(() => BasisEnum, { description: "Whether a source says so or somebody concluded it." })
  declare readonly basis: string;
}

@ObjectType("DependencyWaiver", { implements: [RecordInterface], description: "Leave to go on although a dependency is not satisfied." })
export class DependencyWaiverType extends RecordInterface {
  @Field(() => String, { description: "Why it was given." })
  declare readonly reason: string;

  @Field(() => PartialDateType, { description: "The last day for which it holds." })
  declare readonly until: PartialDateType;

  @Field(() => PartialDateType, { description: "When it was ended before its time." })
  declare readonly ended: PartialDateType;
}
