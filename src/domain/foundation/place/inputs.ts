import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { PlaceLevelEnum } from "./type.ts";

@InputType("PlaceFilter", { description: "Which places." })
export class PlaceFilter {
  @Field(() => [PlaceLevelEnum], { nullable: true, description: "Of one of these sizes." })
  declare readonly level?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Directly in this place." })
  declare readonly parent?: string | null;

  @Field(() => ID, { nullable: true, description: "In this place, however deep, itself included." })
  declare readonly within?: string | null;

  @Field(() => String, { nullable: true, description: "Called exactly this, capital letters or not." })
  declare readonly name?: string | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const PlaceOrderEnum = enumOf("PlaceOrder", "What a list of places is sorted by.", ["NAME"] as const, { NAME: "The name." });
