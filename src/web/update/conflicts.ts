import type { Conflict, Problem } from "../acts/send.ts";
import type { AsItStandsFragment } from "../graph/types.ts";
import { plainly } from "../words/word.ts";
import type { Planned } from "./planned.ts";
import type { Begun, OpenReport, Read, Typed } from "./read.ts";

/** A change of somebody else's that meets one of this update. */
export interface Clash {
  readonly id: string;
  readonly conflict: Conflict & { readonly record: Standing };
  readonly planned: Planned;
}

/** A record as it stands now, as far as the form shows it. */
export type Standing = AsItStandsFragment & { readonly __typename: string; readonly id: string; readonly version: number };

/** Whose words are kept. */
export type Choice = "mine" | "theirs";

/** The clashes among what stands in the way: each record once. */
export function clashesIn(problems: readonly Problem[], acts: readonly Planned[]): readonly Clash[] {
  const found = new Map<string, Clash>();
  for (const { conflict, path } of problems) {
    const planned = acts[Number(path[2])];
    const record = conflict?.record ?? null;
    if (conflict === null || planned === undefined || !stands(record)) continue;
    const fields = [...new Set([...(found.get(record.id)?.conflict.fields ?? []), ...conflict.fields])];
    found.set(record.id, { id: record.id, conflict: { ...conflict, fields, record }, planned });
  }
  return [...found.values()];
}

/** The update after a choice: in any case read as the record stands now; what was typed of it stays, or goes. */
export function merged(begun: Begun, clashes: readonly Clash[], choices: Readonly<Record<string, Choice>>): Begun {
  return clashes.reduce((before, { id, conflict: { record }, planned }) => {
    const typed = choices[id] === "theirs" ? withInstead(before.typed, planned.instead(record)) : before.typed;
    return { ...before, read: withRecord(before.read, record), typed };
  }, begun);
}

function withInstead(typed: Typed, instead: Readonly<Record<string, string | null>>): Typed {
  const kept = Object.entries({ ...typed, ...instead }).flatMap(([name, words]): [string, string][] => (words === null ? [] : [[name, words]]));
  return Object.fromEntries(kept);
}

/** What a record says in one of its fields, in words. */
export function saidOf(record: Standing, field: string): string {
  const values = new Map<string, unknown>(Object.entries(record));
  // Fields that are called the same in several types stand in an answer under the name of theirs.
  const value = [field, `${aliases[record.__typename] ?? ""}${field.charAt(0).toUpperCase()}${field.slice(1)}`].map((name) => values.get(name)).find((found) => found !== undefined);
  if (typeof value === "string") return /^[A-Z_]+$/.test(value) ? plainly(value) : value;
  if (typeof value === "object" && value !== null && "plain" in value && typeof value.plain === "string") return value.plain;
  return value === null ? "Nothing" : "Something else";
}

/** The record in an update as it was read, for what stood before both. */
export function asRead(read: Read, id: string): Standing | null {
  const { nextStatusReport: { openReport } } = read;
  const all: readonly (readonly [string, readonly { readonly id: string }[]])[] = [
    ["Workstream", [read]], ["Milestone", read.milestones.nodes], ["Criterion", read.criteria.nodes], ["Risk", read.risks.nodes],
    ["StatusReport", openReport === null ? [] : [openReport]], ["StatusReportItem", openReport?.items.nodes ?? []], ["Judgement", openReport?.judgements ?? []],
  ];
  for (const [__typename, records] of all) {
    const found = records.find((record) => record.id === id);
    if (found !== undefined) {
      const record = { ...found, __typename };
      return stands(record) ? record : null;
    }
  }
  return null;
}

/** What was typed of a clash, by the fields that it is about. */
export function typedOf({ id, planned }: Clash, field: string): string {
  const words = planned.says[`${id}.${field}`] ?? planned.says[field];
  return words === undefined || words === "" ? "Nothing" : words;
}

const aliases: Readonly<Record<string, string>> = { Workstream: "workstream", Milestone: "milestone", Criterion: "criterion", Risk: "risk", StatusReport: "report", StatusReportItem: "item" };

function withRecord(read: Read, record: Standing): Read {
  const into = <Each extends { readonly id: string }>(records: readonly Each[]): readonly Each[] => records.map((each) => (each.id === record.id ? { ...each, ...record } : each));
  const { milestones, criteria, risks, nextStatusReport } = read;
  return {
    ...read,
    ...(record.id === read.id ? record : {}),
    milestones: { nodes: into(milestones.nodes) },
    criteria: { nodes: into(criteria.nodes) },
    risks: { nodes: into(risks.nodes) },
    nextStatusReport: { ...nextStatusReport, openReport: nextStatusReport.openReport === null ? null : withReport(nextStatusReport.openReport, record, into) },
  };
}

function withReport(report: OpenReport, record: Standing, into: <Each extends { readonly id: string }>(records: readonly Each[]) => readonly Each[]): OpenReport {
  return { ...report, ...(report.id === record.id ? record : {}), items: { nodes: into(report.items.nodes) }, judgements: into(report.judgements) };
}

function stands(record: object | null): record is Standing {
  return record !== null && "id" in record && "version" in record && "__typename" in record;
}
