import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { pledgeSignatureKind } from "./table.ts";

/** A body that signs is there on the day. */
export const pledgeStandards: readonly Standard[] = [thereThen(pledgeSignatureKind, ({ organisationId }) => ({ organisationId }), ({ signed }) => on({ signed }))];
