import { Field, ObjectType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { RecordInterface } from "../../../api/record.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { decisionKinds } from "./table.ts";

export const DecisionKindEnum = enumOf("DecisionKind", "What was decided about what stood to be decided.", decisionKinds, {
  AGREED: "Yes.",
  PARTLY_AGREED: "Yes to a part.",
  REJECTED: "It was decided against.",
  DEFERRED: "Put off.",
  NOTED: "Taken note of; nothing was decided.",
});

@ObjectType("Decision", { implements: [RecordInterface], description: "What a body decided, as far as a source says so. That a decision was asked for is a milestone or a recommendation, and none is concluded from that." })
export class DecisionType extends RecordInterface {
  @Field(() => String, { description: "What was decided, in our short words." })
  declare readonly statement: string;

  @Field(() => DecisionKindEnum, { description: "Whether it was agreed." })
  declare readonly kind: string;

  @Field(() => String, { nullable: true, description: "Why, in our short words. Null where no source says: see valueStatus." })
  declare readonly rationale: string | null;

  @Field(() => String, { nullable: true, description: "The number of the minute, or whatever else it can be found by. Null where no source says." })
  declare readonly reference: string | null;

  @Field(() => PartialDateType, { description: "When." })
  declare readonly decided: PartialDateType;
}
