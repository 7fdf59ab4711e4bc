import type { Standard } from "../../../api/act/standard.ts";
import { standard } from "../../../api/act/uphold.ts";
import { on, thereThen } from "../../partners/organisation/being-there.ts";
import { removeStatusReport, restoreStatusReport } from "./decisions.ts";
import { correctionsOf, reportsOn } from "./store.ts";
import { judgementKind, statusReportKind } from "./table.ts";

export const statusReportStandards: readonly Standard[] = [
  // Whoever judged was there then.
  ...thereThen(judgementKind, ({ judgedById }) => ({ judgedById }), ({ judged }) => on({ judged })),
  standard(statusReportKind, {
    goes: removeStatusReport,
    returns: (report, { graph }) => restoreStatusReport(report, {
      others: reportsOn(graph, report.programmeId ?? report.workstreamId ?? report.healthIntegrationTeamId ?? ""),
      corrections: report.correctsId === null ? [] : correctionsOf(graph, report.correctsId),
    }),
  }),
];
