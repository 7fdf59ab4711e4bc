import type { Standard } from "../../../api/act/standard.ts";
import { during, now, thereThen } from "../organisation/being-there.ts";
import { groupKind } from "./table.ts";

/** A group is hosted by a body that was there when it met. */
export const groupStandards: readonly Standard[] = [
  ...thereThen(groupKind, ({ hostId }) => ({ hostId }), ({ since, until, status }, at) => [...during({ since, until }), ...(status === "ACTIVE" || status === "FORMING" ? now(at) : [])]),
];
