import { z } from "zod";
import { httpRefusal } from "../errors/http-refusal.ts";

const values = z.record(z.string(), z.unknown()).nullish();
const operation = z.object({ query: z.string().nullish(), operationName: z.string().nullish(), variables: values, extensions: values });

/** An operation as it was sent over a stream. */
export interface StreamedRequest {
  readonly query?: string;
  readonly operationName?: string;
  readonly variables: Record<string, unknown>;
  readonly extensions: Record<string, unknown>;
}

/** Reads what was sent as an operation, or refuses it. */
export function streamedRequest(sent: unknown): StreamedRequest {
  const reading = operation.safeParse(sent);
  if (!reading.success) throw malformed();
  const { query, operationName, variables, extensions } = reading.data;
  return {
    ...(typeof query === "string" ? { query } : {}),
    ...(typeof operationName === "string" ? { operationName } : {}),
    variables: variables ?? {},
    extensions: extensions ?? {},
  };
}

/** The same of the parameters of an address, in which objects are written as JSON. */
export function requestIn(search: string): StreamedRequest {
  const parameters = new URLSearchParams(search);
  const json = (name: string): unknown => {
    const text = parameters.get(name);
    if (text === null) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw malformed();
    }
  };
  return streamedRequest({ query: parameters.get("query"), operationName: parameters.get("operationName"), variables: json("variables"), extensions: json("extensions") });
}

function malformed(): Error {
  return httpRefusal(400, "BAD_REQUEST", "This is not an operation: query and operationName are text, variables and extensions are objects.");
}
