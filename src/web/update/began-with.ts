import { sayDay } from "../words/days.ts";
import { dimensions, NOT_RATED, rationaleField, ratingField, type Dimension } from "./judgements.ts";
import { canSubmit, isHandedIn, openCriteria, openMilestones, reportLists, reportToRevise, type Read } from "./read.ts";

/** What stands in each field before anything is typed: the records as they stand, and of the report what last month's said. */
export function beganWith(read: Read, today: string): Readonly<Record<string, string>> {
  return { ...ofMilestones(read), ...ofCriteria(read), ...ofMeasures(read, today), ...ofRisks(read), ...ofReport(read) };
}

function ofMilestones(read: Read): Record<string, string> {
  return Object.fromEntries(openMilestones(read).map(({ id, forecast }) => [`milestone.${id}.forecast`, forecast.status === "KNOWN" ? forecast.text : ""]));
}

function ofCriteria(read: Read): Record<string, string> {
  return Object.fromEntries(openCriteria(read).flatMap(({ id, evidence, evidenceAddress }) => [[`criterion.${id}.evidence`, evidence ?? ""], [`criterion.${id}.link`, evidenceAddress ?? ""]]));
}

function ofMeasures({ measures }: Read, today: string): Record<string, string> {
  return Object.fromEntries(measures.nodes.map(({ id }) => [`measure.${id}.asAt`, sayDay(today)]));
}

function ofRisks({ risks }: Read): Record<string, string> {
  return Object.fromEntries(risks.nodes.flatMap(({ id, likelihood, impact, plan }) => [[`risk.${id}.likelihood`, likelihood ?? ""], [`risk.${id}.impact`, impact ?? ""], [`risk.${id}.plan`, plan ?? ""]]));
}

/** A report that is begun goes on as it stands; a new one begins with the words of the last, but with no rating: that is judged anew. */
function ofReport(read: Read): Record<string, string> {
  const { period, narrative, openItems } = read.nextStatusReport;
  const begun = reportToRevise(read);
  const judged = (of: Dimension) => begun?.judgements.find(({ dimension }) => dimension === of);
  const said = begun?.items.nodes.map(({ itemKind, statement }) => ({ kind: itemKind, statement })) ?? openItems;
  const covered = begun?.period ?? period;
  return {
    "report.what": isHandedIn(read) || covered.status !== "KNOWN" ? "none" : canSubmit(read) ? "submit" : "draft",
    "report.period": covered.status === "KNOWN" ? covered.text : "",
    "report.narrative": (begun === null ? narrative : begun.narrative) ?? "",
    ...Object.fromEntries(dimensions.flatMap((of) => [
      // Whether the whole is judged is said each month; of its sides nobody has to say so.
      [ratingField(of), judged(of)?.rating ?? (of === "OVERALL" ? "" : NOT_RATED)], [rationaleField(of), judged(of)?.rationale ?? ""],
    ])),
    ...Object.fromEntries(reportLists.map(({ kind, name }) => [name, said.filter((item) => item.kind === kind).map(({ statement }) => statement).join("\n")])),
  };
}
