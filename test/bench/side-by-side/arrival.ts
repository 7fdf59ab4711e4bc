import { setTimeout as pause } from "node:timers/promises";
import { Client } from "./client.ts";
import type { System } from "./system.ts";

/** How long those waited who asked at a constant rate, in milliseconds. */
export interface Waits {
  readonly median: number;
  /** For one in a hundred. */
  readonly longest: number;
  readonly most: number;
  /** Whether so many were waiting at last that nobody more was sent. */
  readonly isOverrun: boolean;
}

/** Not more wait at the same time: who comes then waits for a connection, and that counts. */
const CONNECTIONS = 50;

/** As many as come in so many seconds wait at the same time: it does not keep up, and how long the queue grows says nothing more. */
const OVERRUN_SECONDS = 5;

/**
 * Somebody asks at each of these instants, whether or not the earlier ones have been answered, and waits from the instant at which they were
 * to ask: where a server stands still, those who came meanwhile have waited too.
 */
export async function atRate(system: System, aSecond: number, seconds: number, body: (turn: number) => string): Promise<Waits> {
  const client = new Client(`${system.url}${system.path}`, CONNECTIONS);
  const waits: number[] = [];
  const asked: Promise<unknown>[] = [];
  const begun = performance.now();
  for (let turn = 0; turn < aSecond * seconds; turn += 1) {
    const intended = begun + (turn * 1_000) / aSecond;
    const early = intended - performance.now();
    if (early > 0) await pause(early);
    if (turn - waits.length > aSecond * OVERRUN_SECONDS) break;
    asked.push(client.ask(body(turn)).then(() => waits.push(performance.now() - intended)));
  }
  await Promise.all(asked);
  client.end();
  return waitsOf(waits, waits.length < aSecond * seconds);
}

/** What a row of waits comes to. */
export function waitsOf(waits: readonly number[], isOverrun = false): Waits {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { median: at(0.5), longest: at(0.99), most: at(1), isOverrun };
}
