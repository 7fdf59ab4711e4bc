import type { Slip } from "./date-comparison.ts";
import { sayDays } from "./say-days.ts";

/** How far a date has moved, in plain English: `31 to 91 days later`, `between 5 days earlier and 60 days later`. */
export function sayShift({ least, most }: Slip): string {
  if (least < 0 && most > 0) return `between ${sayDays({ least: -least, most: -least })} earlier and ${sayDays({ least: most, most })} later`;
  if (most === 0 && least === 0) return "the same day";
  return most > 0 ? `${sayDays({ least, most })} later` : `${sayDays({ least: -most, most: -least })} earlier`;
}
