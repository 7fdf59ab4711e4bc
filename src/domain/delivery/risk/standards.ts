import type { Standard } from "../../../api/act/standard.ts";
import { now, thereThen } from "../../partners/organisation/being-there.ts";
import { riskKind } from "./table.ts";

/** Whoever answers for a risk that is open is there. */
export const riskStandards: readonly Standard[] = [
  ...thereThen(riskKind, ({ ownerOrganisationId }) => ({ ownerOrganisationId }), ({ status }, at) => (status === "OPEN" ? now(at) : [])),
];
