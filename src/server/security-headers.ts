import type { RequestHandler } from "express";

/** A policy for a page, one directive each; an answer that is no page has the first two only. */
export function contentSecurityPolicy(directives: readonly string[] = []): string {
  return ["default-src 'none'", "frame-ancestors 'none'", ...directives].join("; ");
}

/** On every answer: it is what it says it is, runs nothing, is framed by nobody and tells no other site where its reader was. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader("content-security-policy", contentSecurityPolicy());
  response.setHeader("cross-origin-opener-policy", "same-origin");
  response.setHeader("cross-origin-resource-policy", "same-origin");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("x-content-type-options", "nosniff");
  next();
};
