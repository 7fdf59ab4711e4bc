import type { Standard } from "../../../api/act/standard.ts";
import { now, thereThen } from "../../partners/organisation/being-there.ts";
import { dependencyWaiverKind } from "./table.ts";

/** Whoever gives leave to go on is there. */
export const dependencyStandards: readonly Standard[] = [thereThen(dependencyWaiverKind, ({ grantedById }) => ({ grantedById }), (_, at) => now(at))];
