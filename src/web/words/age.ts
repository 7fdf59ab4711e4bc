import { counted } from "./counts.ts";

/** How old something is, as exactly as its date allows: "12 days old", "between 10 and 40 days old". */
export function sayAge({ least, most }: { readonly least: number; readonly most: number | null }): string {
  if (most === null) return `at least ${counted(least, "day")} old`;
  return least === most ? `${counted(least, "day")} old` : `between ${least} and ${counted(most, "day")} old`;
}
