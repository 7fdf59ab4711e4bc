import { GraphQLError } from "graphql";
import type { FaultCode } from "../api/fault-codes.ts";

/** An error that is the answer to a whole request, with its status and headers of its own. */
export function httpRefusal(status: number, code: FaultCode, message: string, headers: Readonly<Record<string, string>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: new Map(Object.entries(headers)) } } });
}
