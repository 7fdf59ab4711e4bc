import { many, one } from "../../../api/loaders.ts";
import { programmeGovernances, programmes } from "./table.ts";

export const programmeById = one(programmes);
export const governancesOfProgramme = many(programmeGovernances, programmeGovernances.programmeId);
export const governancesByTeam = many(programmeGovernances, programmeGovernances.healthIntegrationTeamId);
export const governancesByGroup = many(programmeGovernances, programmeGovernances.groupId);
