import { execute, parse, validate, type DocumentNode, type ExecutionResult, type GraphQLError } from "graphql";
import type { Context } from "../../src/api/context.ts";
import { programmeSchema } from "../../src/tracker.ts";

/** The schema of the programme: what it makes of a request depends on nothing before. */
export const schema = await programmeSchema();

/** Each document that was asked, and what is not valid in it: read once, as by a server. */
const documents = new Map<string, { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] }>();

/** What the graph answers. */
export async function answerTo(source: string, contextValue: Context, variableValues: Readonly<Record<string, unknown>> = {}): Promise<ExecutionResult> {
  const { document, errors } = documents.get(source) ?? read(source);
  return errors.length > 0 ? { errors } : execute({ schema, document, contextValue, variableValues });
}

function read(source: string): { readonly document: DocumentNode; readonly errors: readonly GraphQLError[] } {
  const document = parse(source);
  const asked = { document, errors: validate(schema, document) };
  documents.set(source, asked);
  return asked;
}
