import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { FollowsSuccession, type Followed } from "../organisation/inputs.ts";
import { HealthIntegrationTeamStatusEnum } from "./type.ts";

@InputType("HealthIntegrationTeamFilter", { description: "Which HITs." })
export class HealthIntegrationTeamFilter {
  @Field(() => String, { nullable: true, description: "These words stand in its name or in a former one." })
  declare readonly nameContains?: string | null;

  @Field(() => [HealthIntegrationTeamStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "At this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Sponsored by this organisation." })
  declare readonly sponsor?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;
}

export const HealthIntegrationTeamOrderEnum = enumOf("HealthIntegrationTeamOrder", "What a list of HITs is sorted by.", ["NAME"] as const, { NAME: "The name." });
