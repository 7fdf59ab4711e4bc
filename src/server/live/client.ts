import type { Request } from "express";
import type { Visitor } from "../sign-in/who-asks.ts";
import { neighbourhood } from "../sign-in/throttle.ts";

/** Whose places a stream takes: those of an account or key, or of an address where nobody signed in. */
export function clientOf(request: Request, visitor: Visitor | null): string {
  return visitor?.asker?.holderId ?? neighbourhood(request.ip ?? "");
}
