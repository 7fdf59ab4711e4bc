import { isDeepStrictEqual } from "node:util";

/** Whether two values of JSON say the same; what is left out is null. Most of them do, and are quickly seen to. */
export function isSame(one: unknown, other: unknown): boolean {
  const [a, b] = [one ?? null, other ?? null];
  return a === b || (typeof a === "object" && typeof b === "object" && isDeepStrictEqual(a, b));
}
