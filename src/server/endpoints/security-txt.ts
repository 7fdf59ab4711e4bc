import type { RequestHandler } from "express";

/** So many days what it says is to be believed: less than the year that the standard allows. */
const DAYS = 180;

/** Answers `/.well-known/security.txt`, as RFC 9116 has it: whom to tell of a weakness, on a server that browsers find at this base. Nothing where nobody is named. */
export function securityTxt(contact: string | null, base: () => string, now: () => Date = () => new Date()): RequestHandler {
  return (request, response, next) => {
    if (contact === null || (request.method !== "GET" && request.method !== "HEAD")) {
      next();
      return;
    }
    const expires = new Date(now().getTime() + DAYS * 86_400_000).toISOString();
    const lines = [`Contact: ${contact}`, `Expires: ${expires}`, "Preferred-Languages: en", `Canonical: ${base()}/.well-known/security.txt`, `Policy: ${base()}/docs/security`];
    response.setHeader("cache-control", "no-cache");
    response.type("text/plain; charset=utf-8").end(`${lines.join("\n")}\n`);
  };
}
