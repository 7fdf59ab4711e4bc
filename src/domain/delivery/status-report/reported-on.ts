import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import { wrongChoices } from "../../../api/act/choices.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { healthIntegrationTeamKind, type healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { programmeKind, type programmes } from "../programme/table.ts";
import { workstreamKind, type workstreams } from "../workstream/table.ts";
import type { ReportedOn } from "./decisions.ts";
import { statusReportKind, type statusReports } from "./table.ts";

/** What a report is on, with the record and its kind, so that permission can be asked for it. */
export interface Subject extends ReportedOn {
  readonly kind: RecordKind;
  readonly record: typeof programmes.$inferSelect | typeof workstreams.$inferSelect | typeof healthIntegrationTeams.$inferSelect;
}

interface Named {
  readonly programme?: string | null;
  readonly workstream?: string | null;
  readonly healthIntegrationTeam?: string | null;
}

/** What somebody wants to report on. Refuses none, and more than one. */
export function subjectNamed(draft: ActDraft, named: Named, path: Path): Subject {
  const { programme, workstream, healthIntegrationTeam } = named;
  const onProgramme = draft.findAny(programmeKind, programme, [...path, "programme"]);
  const onWorkstream = draft.findAny(workstreamKind, workstream, [...path, "workstream"]);
  const onTeam = draft.findAny(healthIntegrationTeamKind, healthIntegrationTeam, [...path, "healthIntegrationTeam"]);
  const found: Subject[] = [
    ...(onProgramme === null ? [] : [{ ...of(onProgramme), kind: programmeKind, column: "programmeId" as const }]),
    ...(onWorkstream === null ? [] : [{ ...of(onWorkstream), kind: workstreamKind, column: "workstreamId" as const }]),
    ...(onTeam === null ? [] : [{ ...of(onTeam), kind: healthIntegrationTeamKind, column: "healthIntegrationTeamId" as const }]),
  ];
  const [subject, another] = found;
  if (subject === undefined || another !== undefined) return draft.refuse(wrongChoices(statusReportKind, valuesOf(statusReportKind, named)), path);
  return subject;
}

function of(record: Subject["record"]): Omit<Subject, "kind" | "column"> {
  const { id, name, audience, systemId } = record;
  return { id, name, audience, systemId, record };
}

/** What a report is on, whoever may see it. */
export function subjectOf(draft: ActDraft, { programmeId, workstreamId, healthIntegrationTeamId, id }: typeof statusReports.$inferSelect): Subject {
  const programme = programmeId === null ? null : draft.read(programmeKind, programmeId);
  if (programme !== null) return { ...of(programme), kind: programmeKind, column: "programmeId" };
  const workstream = workstreamId === null ? null : draft.read(workstreamKind, workstreamId);
  if (workstream !== null) return { ...of(workstream), kind: workstreamKind, column: "workstreamId" };
  const team = healthIntegrationTeamId === null ? null : draft.read(healthIntegrationTeamKind, healthIntegrationTeamId);
  if (team !== null) return { ...of(team), kind: healthIntegrationTeamKind, column: "healthIntegrationTeamId" };
  throw new Error(`The report ${id} is on nothing.`);
}
