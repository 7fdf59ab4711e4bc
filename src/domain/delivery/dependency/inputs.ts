import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { BasisEnum } from "../../partners/organisation/type.ts";
import { DependencyTypeEnum } from "./type.ts";

@InputType("DependencyFilter", { description: "Which dependencies." })
export class DependencyFilter {
  @Field(() => ID, { nullable: true, description: "That hold up a workstream or milestone of this programme." })
  declare readonly programme?: string | null;

  @Field(() => [DependencyTypeEnum], { nullable: true, description: "Of one of these types." })
  declare readonly type?: string[] | null;

  @Field(() => [BasisEnum], { nullable: true, description: "Resting on one of these." })
  declare readonly basis?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

export const DependencyOrderEnum = enumOf("DependencyOrder", "What a list of dependencies is sorted by.", ["TYPE"] as const, { TYPE: "The type." });
