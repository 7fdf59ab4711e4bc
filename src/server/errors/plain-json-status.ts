import type { FaultCode } from "../../api/fault/fault-codes.ts";
import type { Arrived } from "../exchange/arrived.ts";

/** What GraphQL itself finds wrong with an operation. A limit that is passed, and whoever may not ask, are not among it. */
const found: ReadonlySet<string> = new Set<FaultCode>(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);

/**
 * The status of an answer. Whoever asks for application/json by name, and not for application/graphql-response+json, knows GraphQL of before
 * its specification over HTTP: as that asks, they are told with 200 what is wrong with an operation, as their errors stand in the body.
 */
export function statusFor(request: Arrived, status: number, type: string | undefined, codes: readonly string[]): number {
  const accepted = request.headers.accept?.toLowerCase() ?? "";
  const isOlder = type?.startsWith("application/json") === true && accepted.includes("application/json");
  return status === 400 && isOlder && codes.length > 0 && codes.every((code) => found.has(code)) ? 200 : status;
}
