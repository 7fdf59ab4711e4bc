import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThenOf } from "../../partners/organisation/being-there.ts";
import { consultationKind, consulteeKind, consultees } from "./table.ts";

/** Whoever was asked was there then. */
export const consultationStandards: readonly Standard[] = thereThenOf(consulteeKind, ({ organisationId }) => ({ organisationId }), {
  kind: consultationKind, by: consultees.consultationId, id: ({ consultationId }) => consultationId, times: ({ period }) => on({ period }),
});
