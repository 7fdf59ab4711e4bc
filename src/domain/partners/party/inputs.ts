import { Field, ID, InputType } from "type-graphql";
import { SectorEnum } from "../organisation/type.ts";
import { PartyKindEnum } from "./type.ts";

@InputType("PartyFilter", { description: "Which parties: all of this holds of one and the same party." })
export class PartyFilter {
  @Field(() => [PartyKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly partyKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This organisation." })
  declare readonly organisation?: string | null;

  @Field(() => [SectorEnum], { nullable: true, description: "An organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "This group." })
  declare readonly group?: string | null;
}
