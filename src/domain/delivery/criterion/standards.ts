import type { Standard } from "../../../api/act/standard.ts";
import { now, on, thereThen } from "../../partners/organisation/being-there.ts";
import { criterionKind } from "./table.ts";

/** What is asked for can be supplied by a body that is there, and was decided by one that was there then. */
export const criterionStandards: readonly Standard[] = [
  ...thereThen(criterionKind, ({ supplierId }) => ({ supplierId }), ({ status }, at) => (status === "OUTSTANDING" ? now(at) : [])),
  ...thereThen(criterionKind, ({ decidedById }) => ({ decidedById }), ({ decided }) => on({ decided })),
];
