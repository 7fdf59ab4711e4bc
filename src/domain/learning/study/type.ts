import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { studyStatuses } from "./table.ts";

export const StudyStatusEnum = enumOf("StudyStatus", "How far a study is.", studyStatuses, {
  PLANNED: "Not yet begun.",
  RUNNING: "Under way.",
  FINISHED: "Done.",
  NOT_REPORTED: "No source says.",
});

@ObjectType("Study", { implements: [RecordInterface], description: "A piece of research." })
export class StudyType extends RecordInterface {
  @Field(() => String, { description: "Its name; our short description where it has none." })
  declare readonly name: string;

  @Field(() => String, { nullable: true, description: "What it looks into, in our short words. Null where no source says: see valueStatus." })
  declare readonly subject: string | null;

  @Field(() => StudyStatusEnum, { description: "How far it is." })
  declare readonly status: string;

  @Field(() => PartialDateType, { description: "When it began or is to begin." })
  declare readonly start: PartialDateType;

  @Field(() => PartialDateType, { description: "When it ended or is to end." })
  declare readonly end: PartialDateType;
}

@ObjectType("StudyOutput", { implements: [RecordInterface], description: "An output that came out of a study." })
export class StudyOutputType extends RecordInterface {}
