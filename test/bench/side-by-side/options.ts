import { parseArgs } from "node:util";
import { shapes, type Shape } from "./shapes.ts";
import type { Manner } from "./rounds.ts";

const USAGE = "npm run bench -- [--json] [--quick] [--milestones 20000] [--rounds 5] [--seconds 1.5] [--shapes board,list] [--manners cold,warm,written] [--only waymark,floor] [--parts beside,waits,own] [--profile FOLDER]";

const MANNERS: readonly Manner[] = ["cold", "warm", "written"];

export type Part = "beside" | "waits" | "own";

const PARTS: readonly Part[] = ["beside", "waits", "own"];

/** What is measured, and for how long. */
export interface Options {
  /** Whether the last line is JSON. */
  readonly json: boolean;
  /** Whether it is only seen that everything runs and answers the same: figures mean nothing then. */
  readonly quick: boolean;
  readonly milestones: number;
  readonly rounds: number;
  /** How long a system is asked in one round. */
  readonly milliseconds: number;
  /** How many ask at the same time; a few unless it is said. */
  readonly together?: number;
  readonly shapes: readonly Shape[];
  readonly manners: readonly Manner[];
  /** Only systems of which the name begins with one of these, in whatever case; all where there are none. */
  readonly only: readonly string[];
  /** Which parts: answers for each second of work beside peers, how long those wait who ask at a constant rate, and what Waymark holds on its own. */
  readonly parts: readonly Part[];
  /** Where a profile of Waymark's work is written; none where it is null. */
  readonly profile: string | null;
}

/** What was written behind the command. Refuses what there is not. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: "boolean", default: false }, quick: { type: "boolean", default: false }, milestones: { type: "string" }, rounds: { type: "string" }, seconds: { type: "string" },
      shapes: { type: "string" }, manners: { type: "string" }, only: { type: "string" }, parts: { type: "string" }, profile: { type: "string" },
    },
  });
  const { quick } = values;
  return {
    json: values.json, quick, parts: chosen(values.parts, PARTS, (name) => name), profile: values.profile ?? null,
    milestones: numberIn(values.milestones, quick ? 300 : 20_000),
    rounds: numberIn(values.rounds, quick ? 1 : 5),
    milliseconds: numberIn(values.seconds, quick ? 0.1 : 1.5) * 1_000,
    shapes: chosen(values.shapes, shapes, ({ name }) => name),
    manners: chosen(values.manners, MANNERS, (name) => name),
    only: values.only?.toLowerCase().split(",") ?? [],
  };
}

function numberIn(text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!(number > 0)) throw new Error(`${text} is not a number above zero. Say: ${USAGE}`);
  return number;
}

function chosen<Value>(text: string | undefined, all: readonly Value[], nameOf: (value: Value) => string): readonly Value[] {
  if (text === undefined) return all;
  return text.split(",").map((name) => {
    const found = all.find((value) => nameOf(value) === name);
    if (found === undefined) throw new Error(`There is no ${name}: there are ${all.map(nameOf).join(", ")}. Say: ${USAGE}`);
    return found;
  });
}
