import type { Standard } from "../../api/act/standard.ts";
import { on, thereThen } from "../partners/organisation/being-there.ts";
import { claimKind } from "./table.ts";

/** Whoever claims something was there then. */
export const claimStandards: readonly Standard[] = [...thereThen(claimKind, ({ claimantOrganisationId }) => ({ claimantOrganisationId }), ({ made }) => on({ made }))];
