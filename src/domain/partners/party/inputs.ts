import { Field, ID, InputType } from "type-graphql";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { SectorEnum } from "../organisation/type.ts";
import { PartyKindEnum } from "./type.ts";

@InputType("PartyFilter", { description: "Which parties: all of this holds of one and the same party." })
export class PartyFilter {
  @Field(() => [PartyKindEnum], { nullable: true, description: "Of one of these kinds." })
  declare readonly partyKind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This organisation." })
  declare readonly organisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "An organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => ID, { nullable: true, description: "This HIT." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "This group." })
  declare readonly group?: string | null;
}

/** Who has a part in something; what the part is, the concept says. */
@InputType("PartyInput", { description: "Who somebody is: exactly one of organisation, healthIntegrationTeam, group and description." })
export class PartyInput {
  @Field(() => ID, { nullable: true, description: "The organisation that it is." })
  declare readonly organisation?: string | null;

  @Field(() => ID, { nullable: true, description: "The HIT that it is." })
  declare readonly healthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "The group that it is." })
  declare readonly group?: string | null;

  @Field(() => String, { nullable: true, description: "Who it is, where nobody names them." })
  declare readonly description?: string | null;
}
