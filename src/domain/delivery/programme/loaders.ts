import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import { governingCapacities, programmeGovernances, programmes } from "./table.ts";

const { by: byCapacity } = inOrderOf(governingCapacities, programmeGovernances.capacity);

export const programmeById = one(programmes);
export const governancesOfProgramme = many(programmeGovernances, programmeGovernances.programmeId, byCapacity);
export const governancesByTeam = many(programmeGovernances, programmeGovernances.healthIntegrationTeamId, byCapacity);
export const governancesByGroup = many(programmeGovernances, programmeGovernances.groupId, byCapacity);
