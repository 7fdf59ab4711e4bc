import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { studyListing } from "./store.ts";
import { studyKind, studyOutputKind } from "./table.ts";

export const studyFlatTables: readonly FlatTable[] = [
  {
    name: "studies",
    kind: studyKind,
    list: { filter: "StudyFilter", listing: studyListing },
    fields: ["name", "subject", "status", "start", "end", "leader", "institution", "healthIntegrationTeam", "collaboration", "programme"],
  },
  {
    name: "study_outputs",
    kind: studyOutputKind,
    fields: ["study", "output"],
  },
];
