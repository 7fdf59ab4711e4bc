import { recommendationListing } from "../../../domain/learning/recommendation/store.ts";
import { realisationKind, recommendationKind } from "../../../domain/learning/recommendation/table.ts";
import { recordTable } from "../record-table.ts";

export const recommendations = recordTable({
  name: "recommendations",
  kind: recommendationKind,
  list: { filter: "RecommendationFilter", listing: recommendationListing },
  fields: [
    "output", "position", "number", "statement", "parts", "metBy", "status", "addressedToGroup", "addressedToOrganisation", "addressedTo",
    "response", "responded", "programme",
  ],
});

export const realisations = recordTable({
  name: "realisations",
  kind: realisationKind,
  fields: [
    "recommendation", "realisationKind", "workstream", "milestone", "post", "trainingProgramme", "group", "eventSeries", "output", "description",
  ],
});
