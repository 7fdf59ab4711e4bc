import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { cohortListing, trainingProgrammeListing, trainingRoleListing } from "./store.ts";
import { cohortKind, trainingProgrammeKind, trainingRoleKind, trainingTierKind } from "./table.ts";

export const trainingFlatTables: readonly FlatTable[] = [
  {
    name: "training_programmes",
    kind: trainingProgrammeKind,
    list: { filter: "TrainingProgrammeFilter", listing: trainingProgrammeListing },
    fields: ["name", "status", "intendedFor", "purpose", "start", "end", "place", "programme", "workstream", "award"],
  },
  {
    name: "training_tiers",
    kind: trainingTierKind,
    fields: ["trainingProgramme", "number", "mode", "free", "intendedFor", "address"],
  },
  {
    name: "training_roles",
    kind: trainingRoleKind,
    list: { filter: "TrainingRoleFilter", listing: trainingRoleListing },
    fields: [
      "trainingProgramme", "tier", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "post", "description", "scope", "basis",
    ],
  },
  {
    name: "cohorts",
    kind: cohortKind,
    list: { filter: "CohortFilter", listing: cohortListing },
    fields: ["trainingProgramme", "tier", "cohortKind", "organisation", "group", "description", "size", "trained"],
  },
];
