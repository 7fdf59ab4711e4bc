import { Kind, visit, BREAK, type DocumentNode, type GraphQLError } from "graphql";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Registered } from "./registered.ts";

/** What may be asked at all, whoever asks. */
export interface Allowed {
  /** The operations that are answered; null where all are. */
  readonly registered: Registered | null;
  readonly introspection: boolean;
}

/** Refuses a document that this server does not answer, however small it is. */
export function notAllowed(text: string, document: DocumentNode, { registered, introspection }: Allowed): GraphQLError | undefined {
  if (!introspection && asksForSchema(document)) {
    return httpRefusal(403, "INTROSPECTION_OFF", "This server does not tell its schema. Whoever runs it can turn that on with INTROSPECTION=true.");
  }
  if (registered === null || registered.has(text) || (introspection && asksOnlyForSchema(document))) return undefined;
  return httpRefusal(403, "OPERATION_NOT_REGISTERED", "This server answers only operations that a front end has registered, and this is none of them. Nothing was done. Ask whoever runs it to register it (OPERATION_LISTS).");
}

const OF_SCHEMA = new Set(["__schema", "__type"]);

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (!OF_SCHEMA.has(name.value)) return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

/** Whether nothing but the schema stands at the top of it. */
function asksOnlyForSchema({ definitions }: DocumentNode): boolean {
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length > 0 && operations.every(({ selectionSet }) => selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && OF_SCHEMA.has(selection.name.value)));
}
