import { Field, ID, InputType, Int } from "type-graphql";

@InputType("RecordAsReadInput", { description: "A record that there is, as you read it." })
export class RecordAsReadInput {
  @Field(() => ID, { description: "Its id." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;
}
