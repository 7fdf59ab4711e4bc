const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long after the try before each try is made: over three days in all. */
export const DELAYS: readonly number[] = [0, 5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export const MOST_TRIES = DELAYS.length;

/** Up to so much of a delay is added by chance, so that what failed together is not tried together. */
const JITTER = 0.1;

/** What a receiver asks for counts up to here. */
const LONGEST_ASKED = 24 * HOUR;

/** When to try again after so many tries, the last of them at `now`; null where that was the last. A receiver that asks for more time has it, up to a day. `chance` is from 0 to 1. */
export function nextTryAfter(tries: number, now: Date, chance: number, retryAfter: string | null): Date | null {
  const delay = DELAYS[tries];
  if (delay === undefined) return null;
  const asked = Math.min(millisecondsAsked(retryAfter, now), LONGEST_ASKED);
  return new Date(now.getTime() + Math.max(Math.round(delay * (1 + JITTER * chance)), asked));
}

/** What Retry-After says: seconds, or a moment. Nothing where it cannot be read. */
function millisecondsAsked(retryAfter: string | null, now: Date): number {
  const text = retryAfter?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * SECOND;
  const moment = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? 0 : Math.max(0, moment - now.getTime());
}
