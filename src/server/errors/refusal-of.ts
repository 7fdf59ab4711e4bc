import { GraphQLError } from "graphql";
import { Refusal } from "../../kernel/problem.ts";

/** What whoever asks for something beside the graph is told; null for a fault of ours. */
export function refusalOf(error: unknown): GraphQLError | null {
  if (error instanceof GraphQLError) return error;
  return error instanceof Refusal ? new GraphQLError(error.message, { extensions: { code: error.problems[0]?.code, http: { status: 400 } } }) : null;
}
