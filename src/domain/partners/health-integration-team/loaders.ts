import { one } from "../../../api/loaders.ts";
import { healthIntegrationTeams } from "./table.ts";

export const healthIntegrationTeamById = one(healthIntegrationTeams);
