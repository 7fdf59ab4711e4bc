import type { Arrived } from "./arrived.ts";

/** Whether whoever asks has this very answer. A program that asks caches not to answer for us still wants to know that: express takes it otherwise. */
export function isKnown(request: Arrived, tag: string): boolean {
  const known = request.headers["if-none-match"]?.split(",").map((one) => one.trim().replace(/^W\//, "")) ?? [];
  return known.includes(tag) || known.includes("*");
}
