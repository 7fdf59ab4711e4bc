import type { HighlightReportFragment, ReportItemKind } from "../graph/types.ts";
import type { FoundProgramme } from "./found.ts";

/** What was last reported of the programme or of one of its workstreams, and the time before. */
export interface Reported {
  readonly id: string;
  readonly name: string;
  /** Its page; of the programme itself, none but this one. */
  readonly to: string | null;
  readonly latest: HighlightReportFragment | undefined;
  readonly before: HighlightReportFragment | undefined;
}

/** The programme's own reports first, if it has any, and then each workstream's. */
export function reportedOf({ id, name, statusReports, workstreams }: FoundProgramme): readonly Reported[] {
  const own = { id, name, to: null, ...lastTwo(statusReports.nodes) };
  return [...(own.latest === undefined ? [] : [own]), ...workstreams.nodes.map((workstream) => ({ id: workstream.id, name: workstream.name, to: `/workstreams/${workstream.id}`, ...lastTwo(workstream.statusReports.nodes) }))];
}

/** The latest two that still stand: what was corrected is told by its correction. */
function lastTwo(reports: readonly HighlightReportFragment[]): Pick<Reported, "latest" | "before"> {
  const [latest, before] = reports.filter(({ correctedBy }) => correctedBy.length === 0);
  return { latest, before };
}

export interface ReportedLine {
  readonly of: Reported;
  readonly line: HighlightReportFragment["items"]["nodes"][number];
}

/** The lines of one kind, of the latest reports or of those before. */
export function linesOf(reported: readonly Reported[], kind: ReportItemKind, which: "latest" | "before"): readonly ReportedLine[] {
  return reported.flatMap((of) => (of[which]?.items.nodes ?? []).filter((line) => line.kind === kind).map((line) => ({ of, line })));
}

/** The time that a report covers, in words. */
export function periodOf({ period, published, title }: HighlightReportFragment): string {
  if (period.status === "KNOWN") return period.plain;
  return published.status === "KNOWN" ? published.plain : title;
}
