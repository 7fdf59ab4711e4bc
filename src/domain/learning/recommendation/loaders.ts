import { many, one } from "../../../api/loaders.ts";
import { realisations, recommendations } from "./table.ts";

export const recommendationById = one(recommendations);
export const realisationsOfRecommendation = many(realisations, realisations.recommendationId);
export const realisationsByWorkstream = many(realisations, realisations.workstreamId);
export const realisationsByMilestone = many(realisations, realisations.milestoneId);
export const realisationsByPost = many(realisations, realisations.postId);
export const realisationsByTrainingProgramme = many(realisations, realisations.trainingProgrammeId);
export const realisationsByGroup = many(realisations, realisations.groupId);
export const realisationsByEventSeries = many(realisations, realisations.eventSeriesId);
export const realisationsByOutput = many(realisations, realisations.outputId);
