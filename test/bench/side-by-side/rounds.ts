import { Client } from "./client.ts";
import { worked } from "./process.ts";
import type { Shape } from "./shapes.ts";
import { bodyOf, type System } from "./system.ts";

/** Asked cold, nobody has asked the very same yet; asked warm, everybody asks the same; written warm, somebody writes once a second meanwhile. */
export type Manner = "cold" | "warm" | "written";

/** So many ask at the same time unless it is said, each again as soon as they are answered. */
const TOGETHER = 4;

/** What one round of one system came to. */
export interface Round {
  readonly answers: number;
  /** Seconds that its server worked. */
  readonly worked: number;
  /** Seconds that others worked for it: the database that it asks. */
  readonly behind: number;
}

export interface Asking {
  readonly shape: Shape;
  readonly manner: Manner;
  readonly ids: readonly string[];
  readonly milliseconds: number;
  /** Of what is asked cold, the number with which it begins: where the round before ended. */
  readonly from: number;
  readonly together?: number;
}

/** Asks a system for so long. */
export async function round(system: System, { shape, manner, ids, milliseconds, from, together = TOGETHER }: Asking): Promise<Round> {
  const client = new Client(`${system.url}${system.path}`, together);
  const same = bodyOf(system, shape.name, shape.document, shape.anew(0, ids));
  let turn = from;
  const body = (): string => (manner === "cold" ? bodyOf(system, shape.name, shape.document, shape.anew((turn += 1), ids)) : same);
  const before = { worked: worked(system.process), behind: system.behind?.() ?? 0 };
  const until = performance.now() + milliseconds;
  let answers = 0;
  await Promise.all(Array.from({ length: together }, async () => {
    while (performance.now() < until) {
      const text = await client.ask(body());
      if (text.startsWith('{"errors"')) throw new Error(`${system.name}: ${text.slice(0, 500)}`);
      answers += 1;
    }
  }));
  client.end();
  return { answers, worked: worked(system.process) - before.worked, behind: (system.behind?.() ?? 0) - before.behind };
}
