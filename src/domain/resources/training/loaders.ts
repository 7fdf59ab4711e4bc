import { many, one } from "../../../api/loaders.ts";
import { trainingProgrammes, trainingRoles, trainingTiers } from "./table.ts";

export const trainingProgrammeById = one(trainingProgrammes);
export const trainingTierById = one(trainingTiers);
export const tiersOfTraining = many(trainingTiers, trainingTiers.trainingProgrammeId, trainingTiers.number);
export const rolesOfTier = many(trainingRoles, trainingRoles.tierId);
