import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { principleSetKind } from "./table.ts";

/** Whoever adopted principles was there then. */
export const principleSetStandards: readonly Standard[] = [...thereThen(principleSetKind, ({ ownerOrganisationId }) => ({ ownerOrganisationId }), ({ adopted }) => on({ adopted }))];
