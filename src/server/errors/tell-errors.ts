import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { answerFor, faultAnswer } from "./errors.ts";
import type { Exchanges } from "../exchange/exchanges.ts";
import { newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import type { Limits } from "../limits/limits.ts";
import type { Log } from "../log/log.ts";

export interface TellingParts {
  readonly limits: Limits;
  readonly log: Log;
  readonly exchanges: Exchanges;
}

/** Says of an error what its client is told; of a fault no more than a reference, under which it is logged. */
export function tellErrors({ limits, log, exchanges }: TellingParts): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const answer = answerFor(formatted, error, limits);
    if (answer !== undefined) return answer;
    const reference = exchanges.referenceOf(error) ?? newReference();
    logFault(log, reference, error);
    return { ...formatted, ...faultAnswer(reference, error) };
  };
}

/** The same of an error that arose outside of Apollo's hands. */
export function toldError(parts: TellingParts, error: unknown): GraphQLFormattedError {
  const known = error instanceof GraphQLError ? error : new GraphQLError("Something went wrong.", { originalError: error instanceof Error ? error : undefined });
  const { http: _, ...extensions } = known.extensions;
  return tellErrors(parts)({ ...known.toJSON(), extensions: { code: "INTERNAL_SERVER_ERROR", ...extensions } }, known);
}
