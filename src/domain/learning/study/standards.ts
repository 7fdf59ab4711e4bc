import type { Standard } from "../../../api/act/standard.ts";
import { during, thereThen } from "../../partners/organisation/being-there.ts";
import { studyKind } from "./table.ts";

/** A study belongs to an institution that was there then. */
export const studyStandards: readonly Standard[] = [...thereThen(studyKind, ({ institutionId }) => ({ institutionId }), ({ start, end }) => during({ start, end }))];
