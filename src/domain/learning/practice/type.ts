import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { practiceMapStatuses, practiceStatuses } from "./table.ts";

export const PracticeMapStatusEnum = enumOf("PracticeMapStatus", "Whether a search still goes on.", practiceMapStatuses, {
  OPEN: "People are asked to come forward.",
  CLOSED: "It has ended.",
  NOT_REPORTED: "No source says.",
});

export const PracticeStatusEnum = enumOf("PracticeStatus", "How sure it is that work is happening.", practiceStatuses, {
  REPORTED: "Somebody says so.",
  CONFIRMED: "Those who do it have confirmed it.",
  ENDED: "It has ended.",
});

@ObjectType("PracticeMap", { implements: [RecordInterface], description: "A search for work that is already happening in a place. A map without practices says that none is recorded, and not that there is none." })
export class PracticeMapType extends RecordInterface {
  @Field(() => String, { description: "What it is called, in our short words." })
  declare readonly title: string;

  @Field(() => PracticeMapStatusEnum, { description: "Whether it still goes on." })
  declare readonly status: string;

  @Field(() => [String], { description: "Who is asked to come forward. Empty where no source says: see valueStatus." })
  declare readonly invited: readonly string[];

  @Field(() => PartialDateType, { description: "When it began." })
  declare readonly opened: PartialDateType;

  @Field(() => PartialDateType, { description: "When it ended." })
  declare readonly closed: PartialDateType;

  @Field(() => String, { nullable: true, description: "Where people can come forward or see it. Null where no source says." })
  declare readonly address: string | null;
}

@ObjectType("Practice", { implements: [RecordInterface], description: "Work that is already happening somewhere. Who wants to know more asks the organisation." })
export class PracticeType extends RecordInterface {
  @Field(() => String, { description: "What it is, in our short words." })
  declare readonly title: string;

  @Field(() => String, { nullable: true, description: "More about it. Null where no source says: see valueStatus." })
  declare readonly description: string | null;

  @Field(() => PracticeStatusEnum, { description: "How sure it is." })
  declare readonly status: string;

  @Field(() => [String], { description: "What it is about. Empty where nobody has said." })
  declare readonly themes: readonly string[];

  @Field(() => PartialDateType, { description: "Since when it has been happening." })
  declare readonly since: PartialDateType;

  @Field(() => String, { nullable: true, description: "Who does it, where the source describes but does not name them. Null where organisation is named, or where no source says." })
  declare readonly doneBy: string | null;
}
