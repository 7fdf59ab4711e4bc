import type { Standard } from "../../../api/act/standard.ts";
import { by, thereThenOf } from "../../partners/organisation/being-there.ts";
import { outputContributorKind, outputContributors, outputKind } from "./table.ts";

/** Whoever has a part in an output was there before it appeared, if perhaps not any more. */
export const outputStandards: readonly Standard[] = thereThenOf(outputContributorKind, ({ organisationId }) => ({ organisationId }), {
  kind: outputKind, by: outputContributors.outputId, id: ({ outputId }) => outputId, times: ({ published }) => by({ published }),
});
