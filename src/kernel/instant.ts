import { isDay } from "./day.ts";
import { refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";

/** The instant that is written, in UTC and in the one form that sorts in order; anything else is refused. */
export function readInstant(text: string): string {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  const time = Date.parse(text);
  if (!isDay(day) || Number.isNaN(time)) throw refusal("INVALID_INSTANT", `${quoted(text)} is not an instant. Write one as 2024-07-05T11:00:00.000Z.`);
  return new Date(time).toISOString();
}

let lastWritten = { time: Number.NaN, text: "" };

/** An instant of so many milliseconds of the epoch, as it is written. All who ask for the same one after another are given one text. */
export function writtenInstant(time: number): string {
  if (time !== lastWritten.time) lastWritten = { time, text: new Date(time).toISOString() };
  return lastWritten.text;
}
