import type { ReviseStatusReportItemsInput, StatusReportItemInput, WorkstreamActInput } from "../graph/types.ts";
import { dimensionOf, judgementsIn, rationaleField, ratingField, revisedJudgements, type Dimension } from "./judgements.ts";
import { letGo, wordsIn, type Planned, type Value } from "./planned.ts";
import { isHandedIn, reportLists, reportToRevise, type OpenReport, type Read } from "./read.ts";

/** The report of the month: a new one, or what is different in the one that is begun; and that it is handed in. */
export function planReport(read: Read, value: Value): readonly Planned[] {
  if (isHandedIn(read) || value("report.what") === "none") return [];
  const begun = reportToRevise(read);
  return begun === null ? [draft(read, value)] : revise(begun, value);
}

function draft({ id, on }: Read, value: Value): Planned {
  const items = reportLists.flatMap(({ kind, name }) => linesIn(value(name)).map((statement) => ({ kind, statement })));
  const judgements = judgementsIn(value);
  return {
    act: { draftStatusReport: { [on]: id, period: { text: value("report.period") }, narrative: wordsIn(value("report.narrative")), items, judgements, submit: value("report.what") === "submit" } },
    about: "The report", expects: [], says: {}, instead: letGo(), fieldAt: fieldAt({ items, judged: judgements.map(({ dimension }) => dimension) }),
  };
}

function revise(begun: OpenReport, value: Value): readonly Planned[] {
  const { id, version, title, narrative, period, items: { nodes } } = begun;
  const words = wordsIn(value("report.narrative"));
  const [items, judgements] = [editsOf(nodes, value), revisedJudgements(begun, value)];
  const texts = { ...(words === narrative ? {} : { narrative: words }), ...(value("report.period") === period.text ? {} : { period: { text: value("report.period") } }) };
  const isDifferent = Object.keys({ ...texts, ...items, ...judgements }).length > 0;
  const expects = [id, ...nodes.map((item) => item.id), ...begun.judgements.map((judgement) => judgement.id)];
  const planned = (act: WorkstreamActInput, says: Planned["says"]): Planned => ({ act, about: title, expects, says, instead: instead(items, value), fieldAt: fieldAt({ items: items.add ?? [], revised: items.revise ?? [], judged: [...(judgements.add ?? []).map(({ dimension }) => dimension), ...(judgements.revise ?? []).flatMap((revised) => dimensionOf(begun, revised.id) ?? [])] }) });
  const seen = { id, expectedVersion: version };
  return [
    ...(isDifferent ? [planned({ reviseStatusReport: { ...seen, ...texts, ...(Object.keys(items).length > 0 ? { items } : {}), ...(Object.keys(judgements).length > 0 ? { judgements } : {}) } }, {
      narrative: words ?? "None", ...saidOfJudgements(begun, value), ...(value("report.period") === period.text ? {} : { period: value("report.period") }),
      statement: reportLists.flatMap(({ name }) => linesIn(value(name))).join("; "),
    })] : []),
    ...(value("report.what") === "submit" ? [planned({ submitStatusReport: seen }, { status: "Submitted" })] : []),
  ];
}

/** Where a colleague's words are kept: of the report itself its texts, of its judgement the rating, and of one item only the line that it stands on. */
function instead(items: ReviseStatusReportItemsInput, value: Value): Planned["instead"] {
  return (record) => {
    if ("rating" in record) return { [ratingField(record.dimension)]: null, [rationaleField(record.dimension)]: null };
    if (!("itemKind" in record)) return { "report.narrative": null, "report.period": null };
    const list = reportLists.find(({ kind }) => kind === record.itemKind);
    if (list === undefined) return {};
    const own = (items.revise ?? []).find(({ id }) => id === record.id)?.statement;
    const lines = linesIn(value(list.name));
    // A line that was taken out comes back, as it is something else by now.
    return { [list.name]: (own === undefined || own === null ? [...lines, record.statement] : lines.map((line) => (line === own ? record.statement : line))).join("\n") };
  };
}

/** Which items are added, said in other words and taken out. Lines that stand as they were stay; the rest are matched in their order. */
function editsOf(items: OpenReport["items"]["nodes"], value: Value): ReviseStatusReportItemsInput {
  const edits = reportLists.map(({ kind, name }) => {
    const open = linesIn(value(name));
    const left = items.filter((item) => item.itemKind === kind).filter(({ statement }) => {
      const at = open.indexOf(statement);
      if (at !== -1) open.splice(at, 1);
      return at === -1;
    });
    return {
      revise: left.slice(0, open.length).map(({ id, version }, index) => ({ id, expectedVersion: version, kind, statement: open[index] ?? "" })),
      remove: left.slice(open.length).map(({ id, version }) => ({ id, expectedVersion: version })),
      add: open.slice(left.length).map((statement) => ({ kind, statement })),
    };
  });
  const [add, remove, revise] = [edits.flatMap((one) => one.add), edits.flatMap((one) => one.remove), edits.flatMap((one) => one.revise)];
  return { ...(add.length > 0 ? { add } : {}), ...(revise.length > 0 ? { revise } : {}), ...(remove.length > 0 ? { remove } : {}) };
}

/** Of each judgement what the form says, under its id: they all have the same fields. */
function saidOfJudgements({ judgements }: OpenReport, value: Value): Planned["says"] {
  return Object.fromEntries(judgements.flatMap(({ id, dimension }) => [[`${id}.rating`, value(ratingField(dimension))], [`${id}.rationale`, value(rationaleField(dimension))]]));
}

/** One item a line; empty lines are none. */
function linesIn(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "");
}

interface Sent {
  readonly items: readonly Pick<StatusReportItemInput, "kind">[];
  readonly revised?: readonly { readonly kind?: StatusReportItemInput["kind"] | null | undefined }[];
  /** Which sides of the work are judged, in the order in which they are sent. */
  readonly judged: readonly Dimension[];
}

/** Where a place in what is sent of a report stands in the form: an item stands on a line of its list. */
function fieldAt({ items, revised = [], judged }: Sent): Planned["fieldAt"] {
  return ([first, ...rest]) => {
    if (first === "period") return "report.period";
    if (first === "judgements") {
      const side = judged[Number(rest.find((step) => /^\d+$/.test(step)))] ?? "OVERALL";
      return rest.includes("rationale") ? rationaleField(side) : ratingField(side);
    }
    if (first !== "items") return first === "narrative" ? "report.narrative" : "report.what";
    const [list, index] = rest[0] === "add" ? [items, rest[1]] : rest[0] === "revise" ? [revised, rest[1]] : [items, rest[0]];
    const kind = list[Number(index)]?.kind;
    return reportLists.find((known) => known.kind === kind)?.name ?? "report.narrative";
  };
}
