import { judgementListing, statusReportItemListing, statusReportListing } from "../../../domain/delivery/status-report/store.ts";
import { judgementKind, statusReportItemKind, statusReportKind } from "../../../domain/delivery/status-report/table.ts";
import { recordTable } from "../record-table.ts";

export const statusReports = recordTable({
  name: "status_reports",
  kind: statusReportKind,
  list: { filter: "StatusReportFilter", listing: statusReportListing },
  fields: [
    "title", "period", "status", "narrative", "returnReason", "submitted", "published", "programme", "workstream", "healthIntegrationTeam",
    "publishedAs", "corrects",
  ],
});

export const statusReportItems = recordTable({
  name: "status_report_items",
  kind: statusReportItemKind,
  list: { filter: "StatusReportItemFilter", listing: statusReportItemListing },
  fields: ["report", "kind", "position", "statement", "purpose", "date", "group", "milestone"],
});

export const judgements = recordTable({
  name: "judgements",
  kind: judgementKind,
  list: { filter: "JudgementFilter", listing: judgementListing },
  fields: ["report", "report.programme", "report.workstream", "report.healthIntegrationTeam", "dimension", "scheme", "localScheme", "rating", "wording", "rationale", "judged", "judgedBy", "judgedByHealthIntegrationTeam"],
});
