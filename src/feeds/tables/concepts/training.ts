import { cohortListing, trainingProgrammeListing, trainingRoleListing } from "../../../domain/resources/training/store.ts";
import { cohortKind, trainingProgrammeKind, trainingRoleKind, trainingTierKind } from "../../../domain/resources/training/table.ts";
import { recordTable } from "../record-table.ts";

export const trainingProgrammes = recordTable({
  name: "training_programmes",
  kind: trainingProgrammeKind,
  list: { filter: "TrainingProgrammeFilter", listing: trainingProgrammeListing },
  fields: ["name", "status", "intendedFor", "purpose", "start", "end", "place", "programme", "workstream", "award"],
});

export const trainingTiers = recordTable({
  name: "training_tiers",
  kind: trainingTierKind,
  fields: ["trainingProgramme", "number", "mode", "free", "intendedFor", "address"],
});

export const trainingRoles = recordTable({
  name: "training_roles",
  kind: trainingRoleKind,
  list: { filter: "TrainingRoleFilter", listing: trainingRoleListing },
  fields: [
    "trainingProgramme", "tier", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "post", "description", "scope", "basis",
  ],
});

export const cohorts = recordTable({
  name: "cohorts",
  kind: cohortKind,
  list: { filter: "CohortFilter", listing: cohortListing },
  fields: ["trainingProgramme", "tier", "cohortKind", "organisation", "group", "description", "size", "trained"],
});
