import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { RecommendationFilter, RecommendationOrderEnum } from "./inputs.ts";
import { RecommendationType } from "./type.ts";

export const RecommendationConnection = connectionOf("Recommendation", () => RecommendationType, { dated: true });
export const RecommendationsArgs = listArgs(() => RecommendationFilter, RecommendationOrderEnum, "POSITION");
