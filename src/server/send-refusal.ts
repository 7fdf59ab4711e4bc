import type { Request, Response } from "express";
import type { GraphQLError } from "graphql";

/** Answers a request that never reached the graph in the form of an answer of the graph. */
export function sendRefusal(request: Request, response: Response, { message, extensions }: GraphQLError): void {
  const type = request.accepts(["application/json", "application/graphql-response+json"]) || "application/json";
  const status = statusIn(extensions["http"]);
  if (status === 405) response.setHeader("allow", "GET, POST");
  for (const [name, value] of headersIn(extensions["http"])) response.setHeader(name, value);
  response.status(status).setHeader("content-type", `${type}; charset=utf-8`);
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: extensions["code"] } }] }));
}

function headersIn(http: unknown): [string, string][] {
  const headers = typeof http === "object" && http !== null && "headers" in http ? http.headers : null;
  return headers instanceof Map ? [...headers].map(([name, value]) => [String(name), String(value)]) : [];
}

function statusIn(http: unknown): number {
  return typeof http === "object" && http !== null && "status" in http && typeof http.status === "number" ? http.status : 400;
}
