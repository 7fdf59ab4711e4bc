import { endOfLondonDay, isDay, type Day } from "./day.ts";
import { readInstant } from "./instant.ts";
import { refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";

/** A moment as somebody asks for it: a day, which means its end in London; an instant; or the number of an entry. */
export type AskedMoment = { readonly day: Day } | { readonly instant: string } | { readonly entry: number };

/** Reads `2024-03-31`, `2024-03-31T16:00:00Z`, `120`, and a number that arrived as one; anything else is refused. */
export function readMoment(value: unknown): AskedMoment {
  if (typeof value === "number" && Number.isSafeInteger(value)) return { entry: value };
  const text = typeof value === "string" ? value : "";
  if (isDay(text)) return { day: text };
  if (/^\d{1,15}$/.test(text)) return { entry: Number(text) };
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return { instant: readInstant(text) };
  throw refusal("INVALID_MOMENT", `${typeof value === "string" || typeof value === "number" ? quoted(String(value)) : "This"} is not a moment. Write a day as 2024-03-31, an instant as 2024-03-31T16:00:00.000Z, or the number of an entry as 120.`);
}

/** The last instant that belongs to it. */
export function endOf(asked: Exclude<AskedMoment, { readonly entry: number }>): string {
  return "day" in asked ? endOfLondonDay(asked.day) : asked.instant;
}
