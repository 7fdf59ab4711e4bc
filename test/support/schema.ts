import { execute, getOperationAST, GraphQLError, parse, validate, type DocumentNode, type ExecutionResult } from "graphql";
import { momentAsked, readAt } from "../../src/api/moment/as-at.ts";
import { Compiled } from "../../src/api/compiled.ts";
import type { Context } from "../../src/api/context.ts";
import { Refusal } from "../../src/kernel/problem.ts";
import { programmeSchema } from "../../src/serve/tracker.ts";

/** The schema of the programme: what it makes of a request depends on nothing before. */
export const schema = await programmeSchema();

/** Every query is compiled the first time that it is asked, as a server does the second time. */
const compiled = new Compiled(schema, 1);

/** Each document that was asked, and what is not valid in it: read once, as by a server. */
const documents = new Map<string, { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] }>();

/** What the graph answers, at the moment that the operation asks for. */
export async function answerTo(source: string, contextValue: Context, variableValues: Readonly<Record<string, unknown>> = {}): Promise<ExecutionResult> {
  const { document, errors } = documents.get(source) ?? read(source);
  if (errors.length > 0) return { errors };
  try {
    const operation = getOperationAST(document);
    const moment = operation ? momentAsked(schema, operation, variableValues) : null;
    if (moment !== null) await readAt(contextValue, moment, () => contextValue.viewer);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { errors: [new GraphQLError(error.message, { originalError: error })] };
  }
  const data = await compiled.answer({ document, operationName: undefined, variables: variableValues, contextValue });
  return data === null ? execute({ schema, document, variableValues, contextValue }) : { data };
}

function read(source: string): { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] } {
  const document = parse(source);
  const asked = { document, errors: validate(schema, document) };
  documents.set(source, asked);
  return asked;
}
