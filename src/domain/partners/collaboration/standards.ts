import type { Standard } from "../../../api/act/standard.ts";
import { during, thereThenOf } from "../organisation/being-there.ts";
import { collaborationKind, collaborationParties, collaborationPartyKind } from "./table.ts";

/** Whoever works together with others was there then. */
export const collaborationStandards: readonly Standard[] = thereThenOf(collaborationPartyKind, ({ organisationId }) => ({ organisationId }), {
  kind: collaborationKind, by: collaborationParties.collaborationId, id: ({ collaborationId }) => collaborationId, times: ({ since, until }) => during({ since, until }),
});
