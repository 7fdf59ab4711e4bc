import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Refusal } from "../../kernel/problem.ts";
import { asFault, LedgerFault, type LedgerFaultCode } from "../../ledger/fault.ts";
import { counted } from "../limits/counted.ts";
import type { Limits } from "../limits/limits.ts";
import type { FaultCode } from "../../api/fault/fault-codes.ts";

const longestMessage = 1_000;

/** What stands in answers for a fault: that it is ours, and what to quote. One of storage is told as what it is. */
export function faultAnswer(reference: string, error: unknown): GraphQLFormattedError {
  const cause = asFault(causeOf(error));
  if (cause instanceof LedgerFault) return storageAnswer(cause, reference);
  return {
    message: `Something went wrong on our side. Please try again; if it happens again, tell whoever runs this server the reference ${reference}.`,
    extensions: { code: "INTERNAL_SERVER_ERROR" satisfies FaultCode, reference },
  };
}

/** What stands in answers for a fault of storage: which it is, and the key under which to send the act again. Whoever runs the server finds the cause under the reference. */
function storageAnswer({ code, message, key }: LedgerFault, reference: string): GraphQLFormattedError {
  return { message, extensions: { code: code satisfies FaultCode, reference, ...(key === null ? {} : { key }) } };
}

/** The status of an answer with these codes in it: 503 where storage took nothing and an act can be sent again as it was. Undefined for all others. */
export function storageStatus(codes: readonly string[]): number | undefined {
  const untaken: readonly string[] = ["STORAGE_FULL", "STORAGE_READ_ONLY", "STORAGE_DAMAGED", "LEDGER_BUSY", "LEDGER_UNREACHABLE", "OVERTAKEN"] satisfies LedgerFaultCode[];
  return codes.some((code) => untaken.includes(code)) ? 503 : undefined;
}

/**
 * What a client is told of an error, or undefined where it is a fault of ours, which is not told.
 * Told are refusals, errors that somebody gave a code, and what GraphQL itself finds wrong with a request.
 */
export function answerFor(formatted: GraphQLFormattedError, error: unknown, limits: Limits): GraphQLFormattedError | undefined {
  const cause = causeOf(error);
  if (cause instanceof Refusal) return refused(formatted, cause);
  if (isTooLong(formatted)) return tooLong(limits);
  if (isAboutHash(formatted, cause)) return { message: "This operation was not taken by its hash: the hash is not that of the operation, or says it in a way that is not known here. Send version 1 with the SHA-256 of the very same text.", extensions: { code: "BAD_REQUEST" satisfies FaultCode } };
  return isMeantForClients(formatted, cause) ? { ...formatted, message: plain(formatted.message) } : undefined;
}

/** The answer to a request that is refused as a whole before anything of it is answered; every other error as it is. */
export function refusedWhole(error: unknown): unknown {
  return error instanceof Refusal ? new GraphQLError(error.message, { originalError: error, extensions: { http: { status: 400 } } }) : error;
}

/** The error beneath those that GraphQL wraps around it. */
export function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  return cause;
}

function refused(formatted: GraphQLFormattedError, refusal: Refusal): GraphQLFormattedError {
  return { ...formatted, message: refusal.message, extensions: { code: "BAD_USER_INPUT" satisfies FaultCode, problems: refusal.problems } };
}

/** graphql-js gives its token limit no code of its own: its words are what there is to know it by, and a test watches them. */
function isTooLong({ message, extensions }: GraphQLFormattedError): boolean {
  return extensions?.["code"] === "GRAPHQL_PARSE_FAILED" && message.startsWith("Syntax Error: Document contains more that");
}

/** Apollo refuses what is wrong with a hash of an operation by a status alone: of its errors without a code, only those have one. */
function isAboutHash({ extensions }: GraphQLFormattedError, cause: unknown): boolean {
  if (!(cause instanceof GraphQLError) || extensions?.["code"] !== "INTERNAL_SERVER_ERROR") return false;
  const { code, http } = cause.extensions;
  return code === undefined && typeof http === "object" && http !== null && "status" in http && http.status === 400;
}

function tooLong({ tokens }: Limits): GraphQLFormattedError {
  return {
    message: `This document has more than ${counted(tokens)} tokens (names, values and signs), and at most ${counted(tokens)} are taken. Send values as variables, and ask for the rest in another request.`,
    extensions: { code: "QUERY_TOO_LARGE" satisfies FaultCode },
  };
}

/** A scalar may complain of a value in an error of any class; anywhere else such an error was not written for clients. */
function isMeantForClients({ extensions }: GraphQLFormattedError, cause: unknown): boolean {
  const code = extensions?.["code"];
  if (typeof code !== "string" || code === "INTERNAL_SERVER_ERROR") return false;
  return cause instanceof GraphQLError || code === "BAD_USER_INPUT" || code === "GRAPHQL_VALIDATION_FAILED";
}

/** Without suggestions, which tell of names that were not asked for, and without repeating at length what was sent. */
function plain(message: string): string {
  const bare = message.replace(/(?:,? )?did you mean .*\?$/is, "");
  return bare.length > longestMessage ? `${bare.slice(0, longestMessage)}…` : bare;
}
