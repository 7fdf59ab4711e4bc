import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { consultationListing, consulteeListing } from "./store.ts";
import { consultationKind, consulteeKind } from "./table.ts";

export const consultationFlatTables: readonly FlatTable[] = [
  {
    name: "consultations",
    kind: consultationKind,
    list: { filter: "ConsultationFilter", listing: consultationListing },
    fields: ["title", "status", "methods", "shaped", "period", "programme", "output"],
  },
  {
    name: "consultees",
    kind: consulteeKind,
    list: { filter: "ConsulteeFilter", listing: consulteeListing },
    fields: [
      "consultation", "position", "consulteeKind", "organisation", "healthIntegrationTeam", "group", "person", "constituency", "constituencyKind",
      "description", "contact",
    ],
  },
];
