import type { ServerResponse } from "node:http";
import type { Arrived } from "../exchange/arrived.ts";

/** A policy for a page, one directive each; an answer that is no page has the first two only. */
export function contentSecurityPolicy(directives: readonly string[] = []): string {
  return ["default-src 'none'", "frame-ancestors 'none'", ...directives].join("; ");
}

const NO_PAGE = contentSecurityPolicy();

/** For a year, in seconds, a browser that came over https comes no other way. Only what a trusted proxy says, or the connection itself, counts as https. */
const HTTPS_ONLY = "max-age=31536000";

/** On every answer: it is what it says it is, runs nothing, is framed by nobody and tells no other site where its reader was. */
export function securityHeaders(request: Arrived, response: ServerResponse, next: () => void): void {
  response.setHeader("content-security-policy", NO_PAGE);
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("x-content-type-options", "nosniff");
  if (request.secure) response.setHeader("strict-transport-security", HTTPS_ONLY);
  next();
}
