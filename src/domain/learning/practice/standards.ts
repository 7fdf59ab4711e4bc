import type { Standard } from "../../../api/act/standard.ts";
import { during, on, thereThen } from "../../partners/organisation/being-there.ts";
import { practiceKind, practiceMapKind } from "./table.ts";

/** Whoever does the work, and whoever maps it, was there then. */
export const practiceStandards: readonly Standard[] = [
  ...thereThen(practiceKind, ({ organisationId }) => ({ organisationId }), ({ since }) => on({ since })),
  ...thereThen(practiceMapKind, ({ ownerId }) => ({ ownerId }), ({ opened, closed }) => during({ opened, closed })),
];
