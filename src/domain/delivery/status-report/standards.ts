import type { Standard } from "../../../api/act/standard.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { judgementKind } from "./table.ts";

/** Whoever judged was there then. */
export const statusReportStandards: readonly Standard[] = [thereThen(judgementKind, ({ judgedById }) => ({ judgedById }), ({ judged }) => on({ judged }))];
