import type { Standard } from "../../../api/act/standard.ts";
import { during, on, thereThen, thereThenOf } from "../../partners/organisation/being-there.ts";
import { cohortKind, trainingProgrammeKind, trainingRoleKind, trainingRoles } from "./table.ts";

/** Whoever has a part in training, and whoever was trained, was there then. */
export const trainingStandards: readonly Standard[] = [
  ...thereThenOf(trainingRoleKind, ({ organisationId }) => ({ organisationId }), {
    kind: trainingProgrammeKind, by: trainingRoles.trainingProgrammeId, id: ({ trainingProgrammeId }) => trainingProgrammeId, times: ({ start, end }) => during({ start, end }),
  }),
  ...thereThen(cohortKind, ({ organisationId }) => ({ organisationId }), ({ trained }) => on({ trained })),
];
