import { studyListing } from "../../../domain/learning/study/store.ts";
import { studyKind, studyOutputKind } from "../../../domain/learning/study/table.ts";
import { recordTable } from "../record-table.ts";

export const studies = recordTable({
  name: "studies",
  kind: studyKind,
  list: { filter: "StudyFilter", listing: studyListing },
  fields: ["name", "subject", "status", "start", "end", "leader", "institution", "healthIntegrationTeam", "collaboration", "programme"],
});

export const studyOutputs = recordTable({
  name: "study_outputs",
  kind: studyOutputKind,
  fields: ["study", "output"],
});
