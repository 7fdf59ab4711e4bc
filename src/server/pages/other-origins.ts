import cors from "cors";
import type { ServerResponse } from "node:http";
import type { Arrived } from "../exchange/arrived.ts";

/** How long a browser remembers what it may send, in seconds. */
const REMEMBERED = 600;

/**
 * Lets pages at these origins ask, in a browser, and read what is answered. Their cookies are not among what they may send: whoever
 * asks from another origin shows a key or a token.
 */
export function otherOrigins(origins: readonly string[]): (request: Arrived, response: ServerResponse, next: (error?: unknown) => void) => void {
  return cors({
    origin: [...origins],
    credentials: false,
    methods: ["GET", "POST"],
    allowedHeaders: ["authorization", "content-type", "idempotency-key", "last-event-id", "waymark-entry"],
    exposedHeaders: ["retry-after", "waymark-entry"],
    maxAge: REMEMBERED,
  });
}
