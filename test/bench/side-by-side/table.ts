import type { Options } from "./options.ts";
import { alone, figure, type Measured } from "./measured.ts";
import type { Manner } from "./rounds.ts";
import type { Shape } from "./shapes.ts";
import type { System } from "./system.ts";

const titles: Readonly<Record<Manner, string>> = { cold: "cold: every answer worked out", warm: "warm: the same asked again", written: "warm, and one write a second" };

export const short = (number: number): string => (Number.isNaN(number) ? "–" : number < 10 ? number.toFixed(2) : String(Math.round(number)));

/** The tables of what was measured: answers for each second that the server worked, medians, and how many times as many as the floor. */
export function tablesOf(measured: Measured, systems: readonly System[], { shapes, manners }: Options): string[][] {
  return manners.map((manner) => [
    `| ${titles[manner]} | ${shapes.map(({ name }) => name).join(" | ")} |`,
    `| --- |${" --- |".repeat(shapes.length)}`,
    ...systems.flatMap(({ name, behind }) => (behind === undefined ? [[name, name]] : [[`${name} and its database`, name], [alone(name), alone(name)]]))
      .map(([title, name = ""]) => `| ${title} | ${shapes.map((shape) => cell(measured, shape, manner, name)).join(" | ")} |`),
  ]);
}

function cell(measured: Measured, shape: Shape, manner: Manner, name: string): string {
  const own = figure(measured, shape, manner, name);
  return `${short(own)} (${short(own / figure(measured, shape, manner, FLOOR))})`;
}

/** What everything is told in terms of, and what it is measured for. */
export const FLOOR = "floor";
export const WAYMARK = "Waymark";

/** The best of the peers at a question, what their databases worked being theirs as what SQLite works is ours. */
function bestPeer(measured: Measured, shape: Shape, manner: Manner, systems: readonly System[]): number {
  const peers = systems.filter(({ name }) => name !== WAYMARK && !name.startsWith(FLOOR)).map(({ name }) => figure(measured, shape, manner, name)).filter((own) => !Number.isNaN(own));
  return peers.length === 0 ? Number.NaN : Math.max(...peers);
}

/** What could not be measured is null, as JSON has no number for it. */
const told = (ratio: number): number | null => (Number.isFinite(ratio) ? Number(ratio.toPrecision(3)) : null);

/** How many times as many answers Waymark gives as others do, by shape, for whoever judges it by a program. */
export function ratiosOf(measured: Measured, systems: readonly System[], { shapes }: Options): object {
  return {
    shapes: Object.fromEntries(shapes.map((shape) => {
      const own = (manner: Manner): number => figure(measured, shape, manner, WAYMARK);
      return [shape.name, {
        coldOverBestPeer: told(own("cold") / bestPeer(measured, shape, "cold", systems)),
        warmOverBestPeer: told(own("warm") / bestPeer(measured, shape, "warm", systems)),
        coldOverFloor: told(own("cold") / figure(measured, shape, "cold", FLOOR)),
      }];
    })),
  };
}
