import { readDay, type Day } from "../../kernel/day.ts";
import type { Context } from "../context.ts";

/** The argument by which a field is asked about another day than today. */
export const ON_DAY = { nullable: true, description: "The day; today in London unless given." } as const;

export type OnDay = string | null | undefined;

/** The day that is asked about. */
export function dayAsked({ today }: Context, on: OnDay): Day {
  return typeof on === "string" ? readDay(on) : today;
}
