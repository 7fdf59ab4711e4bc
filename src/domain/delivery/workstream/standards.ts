import type { Standard } from "../../../api/act/standard.ts";
import { now, thereThen } from "../../partners/organisation/being-there.ts";
import { hasEnded } from "./rules.ts";
import { workstreamKind } from "./table.ts";

/** Work that goes on is led by a body that is there. */
export const workstreamStandards: readonly Standard[] = [
  ...thereThen(workstreamKind, ({ leadOrganisationId }) => ({ leadOrganisationId }), (workstream, at) => (hasEnded(workstream) ? [] : now(at))),
];
