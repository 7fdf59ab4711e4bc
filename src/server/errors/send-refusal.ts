import type { ServerResponse } from "node:http";
import type { GraphQLError } from "graphql";
import { statusOf } from "./http-refusal.ts";
import type { Arrived } from "../exchange/arrived.ts";
import { Preference } from "../exchange/preference.ts";

const preference = new Preference("application/json", "application/graphql-response+json");

/** Answers a request that never reached the graph in the form of an answer of the graph. */
export function sendRefusal(request: Arrived, response: ServerResponse, error: GraphQLError): void {
  const { message, extensions } = error;
  const type = preference.of(request) ?? "application/json";
  const status = statusOf(error);
  if (status === 405) response.setHeader("allow", "GET, POST");
  for (const [name, value] of headersIn(extensions["http"])) response.setHeader(name, value);
  response.statusCode = status;
  response.setHeader("content-type", `${type}; charset=utf-8`);
  response.end(JSON.stringify({ errors: [{ message, extensions: { code: extensions["code"] } }] }));
}

function headersIn(http: unknown): [string, string][] {
  const headers = typeof http === "object" && http !== null && "headers" in http ? http.headers : null;
  return headers instanceof Map ? [...headers].map(([name, value]) => [String(name), String(value)]) : [];
}
