import { consultationListing, consulteeListing } from "../../../domain/learning/consultation/store.ts";
import { consultationKind, consulteeKind } from "../../../domain/learning/consultation/table.ts";
import { recordTable } from "../record-table.ts";

export const consultations = recordTable({
  name: "consultations",
  kind: consultationKind,
  list: { filter: "ConsultationFilter", listing: consultationListing },
  fields: ["title", "status", "methods", "shaped", "period", "programme", "output"],
});

export const consultees = recordTable({
  name: "consultees",
  kind: consulteeKind,
  list: { filter: "ConsulteeFilter", listing: consulteeListing },
  fields: [
    "consultation", "position", "consulteeKind", "organisation", "healthIntegrationTeam", "group", "person", "constituency", "constituencyKind",
    "description", "contact",
  ],
});
