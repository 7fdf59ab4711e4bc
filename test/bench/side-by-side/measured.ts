import { median } from "../median.ts";
import { round, type Manner } from "./rounds.ts";
import type { Options } from "./options.ts";
import type { Shape } from "./shapes.ts";
import type { System } from "./system.ts";

/** What a system answered in each round, for each second that its server worked. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/** What a system is called where what its database worked is left out. */
export const alone = (name: string): string => `${name}, its own process alone`;

/** By shape and manner. */
export type Measured = ReadonlyMap<string, Figures>;

export const keyOf = (shape: Shape, manner: Manner): string => `${shape.name} ${manner}`;

/** The median of a system's rounds; not a number where it was not asked. */
export function figure(measured: Measured, shape: Shape, manner: Manner, system: string): number {
  const rounds = measured.get(keyOf(shape, manner))?.get(system) ?? [];
  return rounds.length === 0 ? Number.NaN : median(rounds);
}

/** Something is written once a second until this is aborted. */
export type WritingBeside = (system: System, until: AbortSignal) => Promise<void>;

/** Asks all systems in turn, round by round, each time another first, so that what else the machine does falls on all of them. One round of each comes before those that count. */
export async function measureAll(systems: readonly System[], options: Options, ids: readonly string[], write: WritingBeside, say: (line: string) => void): Promise<Measured> {
  const measured = new Map<string, Map<string, number[]>>();
  const asked = new Map<string, number>();
  for (let turn = 0; turn <= options.rounds; turn += 1) {
    for (const shape of options.shapes) {
      for (const manner of options.manners) {
        const first = turn % systems.length;
        for (const system of [...systems.slice(first), ...systems.slice(0, first)]) {
          const done = new AbortController();
          const writing = manner === "written" ? write(system, done.signal) : Promise.resolve();
          const question = `${system.name} ${shape.name}`;
          const from = asked.get(question) ?? 0;
          const { answers, worked, behind } = await round(system, { shape, manner, ids, milliseconds: options.milliseconds, from, ...(options.together === undefined ? {} : { together: options.together }) });
          done.abort();
          await writing;
          if (manner === "cold") asked.set(question, from + answers);
          if (turn > 0) {
            noted(measured, keyOf(shape, manner), system.name).push(answers / Math.max(worked + behind, 0.01));
            noted(measured, keyOf(shape, manner), alone(system.name)).push(answers / Math.max(worked, 0.01));
          }
        }
      }
    }
    say(turn === 0 ? "Everybody has warmed up." : `Round ${turn} of ${options.rounds} is done.`);
  }
  return measured;
}

function noted(measured: Map<string, Map<string, number[]>>, key: string, name: string): number[] {
  const figures = measured.get(key) ?? new Map<string, number[]>();
  measured.set(key, figures);
  const rounds = figures.get(name) ?? [];
  figures.set(name, rounds);
  return rounds;
}
