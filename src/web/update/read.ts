import type { ReportItemKind, UpdateFormQuery, UpdateWorkstreamMutationVariables } from "../graph/types.ts";

/** On what a report may be: an update of a workstream says more than the report, of the others nothing else. */
export type ReportedOn = "workstream" | "programme" | "healthIntegrationTeam";

/** What an update is of, as it was read when the update was begun. */
export type Read = Omit<NonNullable<UpdateFormQuery["workstream"]>, "viewerCan" | "blockedBy" | "freshness"> & { readonly on: ReportedOn };
export type OpenReport = NonNullable<Read["nextStatusReport"]["openReport"]>;

/** What stands in the form otherwise than it began, by the names of the fields. */
export type Typed = Readonly<Record<string, string>>;

/** An update that is being written: from what, what was typed, and what was sent of which nobody knows whether it arrived. */
export interface Begun {
  readonly form: typeof FORM;
  readonly read: Read;
  readonly typed: Typed;
  readonly pending: Pending | null;
}

export interface Pending {
  readonly key: string;
  readonly variables: UpdateWorkstreamMutationVariables;
}

/** Changes with the shape of what is kept: what an older version of these pages kept otherwise is not read wrongly. */
export const FORM = "update 2";

export function isBegun(value: unknown): value is Begun {
  return typeof value === "object" && value !== null && "form" in value && value.form === FORM;
}

/** The lists of a report, in the order in which a board reads them, each with what it is called. */
export const reportLists = [
  { kind: "ACHIEVED", name: "report.achieved", title: "Achieved" },
  { kind: "NOT_DONE", name: "report.notDone", title: "Not done" },
  { kind: "DOING", name: "report.doing", title: "Being done" },
  { kind: "NEXT", name: "report.next", title: "Next" },
  { kind: "DECISION_NEEDED", name: "report.decisions", title: "Decisions needed" },
] as const satisfies readonly { readonly kind: ReportItemKind; readonly name: string; readonly title: string }[];

/** The report that the form writes on: one that is begun and not handed in; null where it would be a new one. */
export function reportToRevise({ nextStatusReport: { openReport } }: Pick<Read, "nextStatusReport">): OpenReport | null {
  return openReport !== null && openReport.reportStatus !== "SUBMITTED" ? openReport : null;
}

/** Whether the office has the report already: then there is nothing to write. */
export function isHandedIn({ nextStatusReport: { openReport } }: Read): boolean {
  return openReport?.reportStatus === "SUBMITTED";
}

/** Whether the form hands the report in too. Where nothing but the report is written, one that is begun is handed in on its own page: one save is one act. */
export function canSubmit(read: Read): boolean {
  return read.on === "workstream" || reportToRevise(read) === null;
}

/** What is written of something of which an update says nothing but the report. */
export function reportOnly(found: Pick<Read, "id" | "version" | "name" | "isExample" | "nextStatusReport">, on: Exclude<ReportedOn, "workstream">): Read {
  const none = { nodes: [] };
  return {
    ...found, on, workstreamStatus: "IN_PROGRESS", purpose: null, programme: null, leadHealthIntegrationTeam: null, leadOrganisation: null,
    milestones: none, criteria: none, measures: none, risks: none,
  };
}

/** The milestones that can still become something else. */
export function openMilestones({ milestones }: Read): Read["milestones"]["nodes"] {
  return milestones.nodes.filter(({ milestoneStatus }) => milestoneStatus !== "MET" && milestoneStatus !== "CANCELLED");
}

/** The criteria for which evidence can still be supplied. */
export function openCriteria({ criteria }: Read): Read["criteria"]["nodes"] {
  return criteria.nodes.filter(({ criterionStatus }) => criterionStatus !== "ACCEPTED" && criterionStatus !== "WAIVED");
}
