import type { Standard } from "../../../api/act/standard.ts";
import { during, now, thereThen } from "../../partners/organisation/being-there.ts";
import { programmeKind } from "./table.ts";

/** A programme is hosted by a body that was there while it ran. */
export const programmeStandards: readonly Standard[] = [
  ...thereThen(programmeKind, ({ hostId }) => ({ hostId }), ({ start, end, status }, at) => [...during({ start, end }), ...(status === "ACTIVE" || status === "PAUSED" ? now(at) : [])]),
];
