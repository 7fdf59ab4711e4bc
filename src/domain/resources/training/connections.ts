import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { CohortFilter, CohortOrderEnum, TrainingProgrammeFilter, TrainingProgrammeOrderEnum, TrainingRoleFilter, TrainingRoleOrderEnum } from "./inputs.ts";
import { CohortType, TrainingProgrammeType, TrainingRoleType } from "./type.ts";

export const TrainingProgrammeConnection = connectionOf("TrainingProgramme", () => TrainingProgrammeType, { dated: true });
export const TrainingProgrammesArgs = listArgs(() => TrainingProgrammeFilter, TrainingProgrammeOrderEnum, "NAME");
export const TrainingRoleConnection = connectionOf("TrainingRole", () => TrainingRoleType);
export const TrainingRolesArgs = listArgs(() => TrainingRoleFilter, TrainingRoleOrderEnum, "ROLE");
export const CohortConnection = connectionOf("Cohort", () => CohortType, { dated: true });
export const CohortsArgs = listArgs(() => CohortFilter, CohortOrderEnum, "TRAINED");
