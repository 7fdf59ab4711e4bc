import type { Standard } from "../../../api/act/standard.ts";
import { now, thereThen } from "../organisation/being-there.ts";
import { healthIntegrationTeamKind } from "./table.ts";

/** A HIT at work is sponsored by a body that is there. */
export const healthIntegrationTeamStandards: readonly Standard[] = [
  ...thereThen(healthIntegrationTeamKind, ({ sponsorId }) => ({ sponsorId }), ({ status }, at) => (status === "ACTIVE" ? now(at) : [])),
];
