import { Field, ID, InputType } from "type-graphql";
import { enumOf } from "../../../api/value/enum.ts";
import { DateWindow } from "../../../api/value/window.ts";
import { FollowsSuccession, type Followed } from "../../partners/organisation/inputs.ts";
import { SectorEnum } from "../../partners/organisation/type.ts";
import { RealisationKindEnum, RecommendationStatusEnum } from "./type.ts";

@InputType("RecommendationFilter", { description: "Which recommendations." })
export class RecommendationFilter {
  @Field(() => ID, { nullable: true, description: "Of a programme at this place or at one in it, or in an output there." })
  declare readonly place?: string | null;

  @Field(() => ID, { nullable: true, description: "Belonging to this system." })
  declare readonly system?: string | null;

  @Field(() => ID, { nullable: true, description: "For this programme." })
  declare readonly programme?: string | null;

  @Field(() => ID, { nullable: true, description: "Made in this document." })
  declare readonly output?: string | null;

  @Field(() => [RecommendationStatusEnum], { nullable: true, description: "With one of these statuses." })
  declare readonly status?: string[] | null;

  @Field(() => ID, { nullable: true, description: "Addressed to this group." })
  declare readonly addressedToGroup?: string | null;

  @Field(() => ID, { nullable: true, description: "Addressed to this organisation." })
  declare readonly addressedToOrganisation?: string | null;

  @FollowsSuccession()
  declare readonly succession?: Followed | null;

  @Field(() => [SectorEnum], { nullable: true, description: "Addressed to an organisation in one of these sectors." })
  declare readonly sector?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: what they answered, or the day of it, is recorded. False: neither is." })
  declare readonly answered?: boolean | null;

  @Field(() => DateWindow, { nullable: true, description: "Answered in this span of days. Edges say how sure each hit is." })
  declare readonly responded?: DateWindow | null;

  @Field(() => Boolean, { nullable: true, description: "True: something that puts it into practice is recorded. False: nothing is that the viewer may see." })
  declare readonly realised?: boolean | null;

  @Field(() => [RealisationKindEnum], { nullable: true, description: "Put into practice by something of one of these kinds." })
  declare readonly realisedBy?: string[] | null;

  @Field(() => String, { nullable: true, description: "These words stand in it." })
  declare readonly statementContains?: string | null;
}

export const RecommendationOrderEnum = enumOf("RecommendationOrder", "What a list of recommendations is sorted by.", ["POSITION", "RESPONDED"] as const, {
  POSITION: "Document by document, by title, and in each by its place there; those in no document first.",
  RESPONDED: "The earliest day on which it can have been answered; those without one last.",
});
