import { today } from "../words/today.ts";
import { useAddress } from "./use-address.ts";

/** The moment at which all pages are read, and the day for which they judge what is due. */
export interface Reading {
  /** A day that is over: all is read as it was at its end. Null reads now. */
  readonly at: string | null;
  /** The same day, or today. */
  readonly on: string;
}

/** As the address says: `?at=2024-03-31`. What is no day, or one that is not over, reads now. */
export function useReading(): Reading {
  const { query } = useAddress();
  const now = today();
  const at = query.get("at");
  return at !== null && /^\d{4}-\d{2}-\d{2}$/.test(at) && !Number.isNaN(Date.parse(at)) && at < now ? { at, on: at } : { at: null, on: now };
}
