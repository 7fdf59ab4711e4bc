import { GraphQLError } from "graphql";
import type { FaultCode } from "../../api/fault/fault-codes.ts";

/** An error that is the answer to a whole request, with its status and headers of its own. */
export function httpRefusal(status: number, code: FaultCode, message: string, headers: Readonly<Record<string, string>> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers: new Map(Object.entries(headers)) } } });
}

/** The status that an error has as the answer to a whole request: 400 unless it says so. */
export function statusOf({ extensions: { http } }: GraphQLError): number {
  return typeof http === "object" && http !== null && "status" in http && typeof http.status === "number" ? http.status : 400;
}
