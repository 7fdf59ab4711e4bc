import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { judgementListing, statusReportItemListing, statusReportListing } from "./store.ts";
import { judgementKind, statusReportItemKind, statusReportKind } from "./table.ts";

export const statusReportFlatTables: readonly FlatTable[] = [
  {
    name: "status_reports",
    kind: statusReportKind,
    list: { filter: "StatusReportFilter", listing: statusReportListing },
    fields: [
      "title", "period", "status", "narrative", "returnReason", "submitted", "published", "programme", "workstream", "healthIntegrationTeam",
      "publishedAs", "corrects",
    ],
  },
  {
    name: "status_report_items",
    kind: statusReportItemKind,
    list: { filter: "StatusReportItemFilter", listing: statusReportItemListing },
    fields: ["report", "kind", "position", "statement", "purpose", "date", "group", "milestone"],
  },
  {
    name: "judgements",
    kind: judgementKind,
    list: { filter: "JudgementFilter", listing: judgementListing },
    fields: ["report", "report.programme", "report.workstream", "report.healthIntegrationTeam", "dimension", "scheme", "localScheme", "rating", "wording", "rationale", "judged", "judgedBy", "judgedByHealthIntegrationTeam"],
  },
];
