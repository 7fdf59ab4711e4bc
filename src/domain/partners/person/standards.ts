import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThen } from "../organisation/being-there.ts";
import { personRoleKind } from "./table.ts";

/** Somebody is something in a body that was there then. */
export const personStandards: readonly Standard[] = [
  ...thereThen(personRoleKind, ({ organisationId }) => ({ organisationId }), ({ since, until }) => on({ since, until })),
];
