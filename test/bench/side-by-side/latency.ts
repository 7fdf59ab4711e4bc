import { atRate, type Waits } from "./arrival.ts";
import type { Options } from "./options.ts";
import { bodyOf, type System } from "./system.ts";
import { short } from "./table.ts";

/** So many ask a second: what every peer can still answer on a busy machine, so that what is told is how long an answer takes and not how long a queue grew. */
const RATES: Readonly<Record<string, number>> = { board: 10, list: 25, point: 100, count: 10 };

/** Where turns begin that no round came to. */
const NEW = 2_000_000;

const told = ({ median, longest, isOverrun }: Waits): string => (isOverrun ? "does not keep up" : `${short(median)}, ${short(longest)}`);

/** How long those wait who ask each system at a constant rate, each a question that nobody has asked: at the median and one in a hundred. */
export async function latencies(systems: readonly System[], { shapes, quick }: Options, ids: readonly string[]): Promise<string[]> {
  const seconds = quick ? 0.3 : 8;
  const lines = [`| milliseconds, median and one in a hundred | ${shapes.map(({ name }) => `${name}, ${RATES[name]} a second`).join(" | ")} |`, `| --- |${" --- |".repeat(shapes.length)}`];
  for (const system of systems) {
    const cells: string[] = [];
    for (const shape of shapes) {
      const waits = await atRate(system, RATES[shape.name] ?? 10, seconds, (turn) => bodyOf(system, shape.name, shape.document, shape.anew(NEW + turn, ids)));
      cells.push(told(waits));
    }
    lines.push(`| ${system.name} | ${cells.join(" | ")} |`);
  }
  return lines;
}
