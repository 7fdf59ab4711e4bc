import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/enum.ts";
import { PersonVisibilityEnum } from "./type.ts";

@InputType("PersonFilter", { description: "Which people, of those whom the viewer may see." })
export class PersonFilter {
  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;

  @Field(() => [PersonVisibilityEnum], { nullable: true, description: "With one of these visibilities." })
  declare readonly visibility?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const PersonOrderEnum = enumOf("PersonOrder", "What a list of people is sorted by.", ["NAME"] as const, { NAME: "The name as written, so by what comes first in it." });
