import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { PrincipleKindEnum } from "./type.ts";

@InputType("PrincipleFilter", { description: "Which statements." })
export class PrincipleFilter {
  @Field(() => [PrincipleKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly kind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "That explain this statement or belong to it, directly." })
  declare readonly partOf?: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: those that belong to another statement. False: those that stand on their own." })
  declare readonly isPart?: boolean | null;

  @Field(() => String, { nullable: true, description: "These words stand in it." })
  declare readonly statementContains?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;
}

@InputType("PrincipleSetFilter", { description: "Which sets of principles." })
export class PrincipleSetFilter {
  @Field(() => ID, { nullable: true, description: "For this place or for one in it, or of a programme there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "That this programme works by." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "To be read in this output." })
  declare readonly output?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this organisation." })
  declare readonly ownerOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => ID, { nullable: true, description: "Of this group." })
  declare readonly ownerGroup?: string | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Of an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => String, { nullable: true, description: "Of exactly this edition." })
  declare readonly edition?: string | null;

  @Field(() => DateWindow, { nullable: true, description: "Taken on in this span of days. Edges say how sure each hit is." })
  declare readonly adopted?: DateWindow | null;

  @Field(() => PrincipleFilter, { nullable: true, description: "With a statement like this." })
  declare readonly principle?: PrincipleFilter | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;
}

export const PrincipleSetOrderEnum = enumOf("PrincipleSetOrder", "What a list of sets of principles is sorted by.", ["NAME", "ADOPTED"] as const, {
  NAME: "The name.",
  ADOPTED: "The earliest day on which it can have been taken on; those without one last.",
});

export const PrincipleOrderEnum = enumOf("PrincipleOrder", "What a list of statements is sorted by.", ["POSITION"] as const, {
  POSITION: "The set, so that the statements of one stand together, and their place in it.",
});
