import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import { trainingParts, trainingProgrammes, trainingRoles, trainingTiers } from "./table.ts";

export const trainingProgrammeById = one(trainingProgrammes);
export const trainingTierById = one(trainingTiers);
export const tiersOfTraining = many(trainingTiers, trainingTiers.trainingProgrammeId, trainingTiers.number);
export const rolesOfTier = many(trainingRoles, trainingRoles.tierId, inOrderOf(trainingParts, trainingRoles.role).by);
