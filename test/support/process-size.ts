import { readdirSync, readFileSync } from "node:fs";

/** What a process takes, as the kernel says: its memory in megabytes, and how many descriptors it has open. */
export interface ProcessSize {
  readonly megabytes: number;
  readonly descriptors: number;
}

/** The size of a process at this moment. */
export function sizeOf(pid: number): ProcessSize {
  const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return { megabytes: kilobytes / 1_024, descriptors: readdirSync(`/proc/${pid}/fd`).length };
}

/** The one in the middle. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
