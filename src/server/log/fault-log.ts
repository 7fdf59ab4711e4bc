import { GraphQLError } from "graphql";
import { causeOf } from "../errors/errors.ts";
import type { Log } from "./log.ts";

/** Logs a fault under the reference that its answer carries. */
export function logFault(log: Log, reference: string, error: unknown): void {
  const cause = causeOf(error);
  if (!(cause instanceof Error)) {
    log.error({ reference, thrown: typeof cause }, "fault");
    return;
  }
  const path = error instanceof GraphQLError ? error.path?.join(".") : undefined;
  const frames = cause.stack?.split("\n").filter((line) => line.startsWith("    at "));
  log.error({ reference, error: cause.name, message: withoutValue(cause.message), path, stack: frames }, "fault");
}

/** graphql-js quotes the value that a scalar or enum could not represent, and it can be somebody's. */
function withoutValue(message: string): string {
  return message.replace(/(cannot represent [^:]*:).*/s, "$1 …");
}
