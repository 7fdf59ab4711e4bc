import { boardReading } from "../../board-reading.ts";
import { healthIntegrationTeamKind } from "./table.ts";

export const healthIntegrationTeamReadings = [boardReading(healthIntegrationTeamKind, { shows: ["status"] })];
