import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { people } from "../../partners/person/table.ts";
import { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { collaborations } from "../../partners/collaboration/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { outputs } from "../output/table.ts";

export const studyStatuses = ["PLANNED", "RUNNING", "FINISHED", "NOT_REPORTED"] as const;

export const studies = sqliteTable(
  "studies",
  {
    ...identity,
    ...belonging,
    name: words().notNull(),
    subject: words(),
    status: oneOf(studyStatuses).notNull(),
    start: partialDate(),
    end: partialDate(),
    leaderId: reference(() => people.id),
    institutionId: reference(() => organisations.id),
    healthIntegrationTeamId: reference(() => healthIntegrationTeams.id),
    collaborationId: reference(() => collaborations.id),
    programmeId: reference(() => programmes.id),
  },
  (study) => [
    index("studies_by_leader").on(study.leaderId),
    index("studies_by_institution").on(study.institutionId),
    index("studies_by_health_integration_team").on(study.healthIntegrationTeamId),
    index("studies_by_collaboration").on(study.collaborationId),
    index("studies_by_programme").on(study.programmeId),
  ],
);

/** An output that came out of a study. */
export const studyOutputs = sqliteTable(
  "study_outputs",
  {
    ...identity,
    ...belonging,
    studyId: reference(() => studies.id).notNull(),
    outputId: reference(() => outputs.id).notNull(),
  },
  (result) => [index("study_outputs_by_study").on(result.studyId), index("study_outputs_by_output").on(result.outputId)],
);

export const studyKind = recordKind("Study", "st", studies, { names: [studies.name], partOf: [studies.programmeId, studies.healthIntegrationTeamId] });
export const studyOutputKind = recordKind("StudyOutput", "sd", studyOutputs, { spoken: "result", called: ({ outputId }) => [{ of: outputId }], partOf: [studyOutputs.studyId] });
