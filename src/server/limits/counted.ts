import { atFirstUse } from "../../kernel/at-first-use.ts";

const grouping = atFirstUse(() => new Intl.NumberFormat("en-GB"));

/** A number as people read it: 1,000. */
export function counted(number: number): string {
  return grouping().format(number);
}
