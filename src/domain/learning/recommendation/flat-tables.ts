import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { recommendationListing } from "./store.ts";
import { realisationKind, recommendationKind } from "./table.ts";

export const recommendationFlatTables: readonly FlatTable[] = [
  {
    name: "recommendations",
    kind: recommendationKind,
    list: { filter: "RecommendationFilter", listing: recommendationListing },
    fields: [
      "output", "position", "number", "statement", "parts", "metBy", "status", "addressedToGroup", "addressedToOrganisation", "addressedTo",
      "response", "responded", "programme",
    ],
  },
  {
    name: "realisations",
    kind: realisationKind,
    fields: [
      "recommendation", "realisationKind", "workstream", "milestone", "post", "trainingProgramme", "group", "eventSeries", "output", "description",
    ],
  },
];
