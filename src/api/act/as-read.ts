import { Field, ID, InputType, Int } from "type-graphql";

@InputType("RecordAsReadInput", { description: "A record that there is, as you read it: what somebody else has changed since is not overwritten." })
export class RecordAsReadInput {
  @Field(() => ID, { description: "The id of the record that this is done to." })
  declare readonly id: string;

  @Field(() => Int, { description: "Its version as you read it." })
  declare readonly expectedVersion: number;
}
