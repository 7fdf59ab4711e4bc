import type { Standard } from "../../../api/act/standard.ts";
import { during, on, thereThen } from "../../partners/organisation/being-there.ts";
import { postFunderKind, postKind } from "./table.ts";

/** Whoever employs, hosts or pays was there then. */
export const postStandards: readonly Standard[] = [
  thereThen(postKind, ({ employerId, hostId }) => ({ employerId, hostId }), ({ start, end }) => during({ start, end })),
  thereThen(postFunderKind, ({ organisationId }) => ({ organisationId }), ({ period }) => on({ period })),
];
