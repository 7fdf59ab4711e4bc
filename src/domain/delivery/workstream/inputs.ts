import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { WorkstreamKindEnum, WorkstreamStatusEnum, WorkstreamThemeEnum } from "./type.ts";

@InputType("WorkstreamFilter", { description: "Which workstreams." })
export class WorkstreamFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "Of this programme." })
  declare readonly programme?: string | null;

  @Field(() => [WorkstreamThemeEnum], { nullable: true, description: "About one of these themes." })
  declare readonly theme?: string[] | null;

  @Field(() => [WorkstreamStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => [WorkstreamKindEnum], { nullable: true, description: "Set up in one of these ways." })
  declare readonly kind?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Led by this HIT." })
  declare readonly leadHealthIntegrationTeam?: string | null;

  @Field(() => ID, { nullable: true, description: "Led by this organisation." })
  declare readonly leadOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => String, { nullable: true, description: "These words stand in the name." })
  declare readonly nameContains?: string | null;
}

export const WorkstreamOrderEnum = enumOf("WorkstreamOrder", "What a list of workstreams is sorted by.", ["NAME", "THEME"] as const, {
  NAME: "The name.",
  THEME: "The theme: principles, training, service delivery, organisational change, the programme's own.",
});
