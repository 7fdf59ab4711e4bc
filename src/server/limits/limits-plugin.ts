import type { ApolloServerPlugin } from "@apollo/server";
import { Kind, type DocumentNode, type GraphQLError } from "graphql";
import { notAllowed, type Allowed } from "../registered/allowed.ts";
import { shapeOfDocument } from "./document-shape.ts";
import type { Limits } from "./limits.ts";
import { documentOverLimit } from "./over-limit.ts";

/**
 * Judges each document, whether it may be asked here and is within the limits, after it is parsed and before it is validated, as
 * validation takes time quadratic in what it is sent, and tells of the schema.
 *
 * Apollo answers an error with a 4xx where it is thrown from `didResolveOperation`, which comes after validation; thrown from an
 * earlier hook it becomes a 500. So a document that is refused is put aside for an empty one, which costs validation nothing,
 * and is refused in its name once that hook is reached. Apollo keeps documents: a refused one is not judged again either.
 */
export function limitsPlugin(limits: Limits, allowed: Allowed): ApolloServerPlugin {
  const refusals = new WeakMap<DocumentNode, GraphQLError>();
  return {
    async requestDidStart() {
      return {
        async validationDidStart(request) {
          const refusal = notAllowed(request.source, request.document, allowed) ?? documentOverLimit(shapeOfDocument(request.document), limits);
          if (refusal === undefined) return;
          const empty: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
          refusals.set(empty, refusal);
          Object.assign(request, { document: empty });
        },
        async didResolveOperation({ document }) {
          const refusal = refusals.get(document);
          if (refusal !== undefined) throw refusal;
        },
      };
    },
  };
}
