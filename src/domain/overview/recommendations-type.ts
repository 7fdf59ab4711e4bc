import { Field, ObjectType } from "type-graphql";
import { RecommendationConnection } from "../learning/recommendation/connections.ts";
import { RecommendationStatusEnum } from "../learning/recommendation/type.ts";
import { figureType } from "./figure-type.ts";

export const RecommendationFigure = figureType("Recommendation", RecommendationConnection, "So many recommendations, and which.");

@ObjectType("RecommendationStatusFigure", { description: "How many recommendations have one status, and which." })
export class RecommendationStatusFigureType extends RecommendationFigure.FigureType {
  @Field(() => RecommendationStatusEnum, { description: "What was reported of them." })
  declare readonly status: string;
}

@ObjectType("RecommendationResponseFigure", { description: "How many recommendations are answered, or are not, and which." })
export class RecommendationResponseFigureType extends RecommendationFigure.FigureType {
  @Field(() => Boolean, { description: "True: an answer, or the day of one, is recorded. False: none is, which is not a refusal: nobody has said." })
  declare readonly answered: boolean;
}

@ObjectType("RecommendationsOverview", { description: "What became of recommendations, as far as it is recorded: as at now, or as at the moment at which the operation reads, and not as on the day of the overview." })
export class RecommendationsOverviewType {
  @Field(() => [RecommendationStatusFigureType], { description: "One figure for each status, also where it is zero. Each recommendation is in exactly one." })
  declare readonly byStatus: readonly RecommendationStatusFigureType[];

  @Field(() => [RecommendationResponseFigureType], { description: "Two figures, of those that are answered and those that are not. Each recommendation is in exactly one." })
  declare readonly byResponse: readonly RecommendationResponseFigureType[];
}
