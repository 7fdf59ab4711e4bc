import { counted } from "./counts.ts";

/** How many days later than planned: between two bounds where dates are not exact. */
export interface Slip {
  readonly least: number;
  readonly most: number;
}

/** A slip in words: "3 weeks later", "up to 30 days later", "between 5 and 12 days earlier", "no change". */
export function saySlip({ least, most }: Slip): string {
  if (least === 0 && most === 0) return "no change";
  if (least === most) return `${span(Math.abs(least))} ${least > 0 ? "later" : "earlier"}`;
  if (least >= 0) return least === 0 ? `up to ${span(most)} later` : `between ${least} and ${counted(most, "day")} later`;
  if (most <= 0) return most === 0 ? `up to ${span(-least)} earlier` : `between ${-most} and ${counted(-least, "day")} earlier`;
  return `between ${counted(-least, "day")} earlier and ${counted(most, "day")} later`;
}

/** Whole weeks from two on as weeks; all else in days, so that nothing is rounded. */
function span(days: number): string {
  return days >= 14 && days % 7 === 0 ? counted(days / 7, "week") : counted(days, "day");
}
