import { HeaderMap, type ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema } from "graphql";
import { isPassing } from "../../api/passing.ts";
import type { Exchanges } from "../exchange/exchange-plugin.ts";
import type { KeptAnswers, Question, Standing } from "./kept-answers.ts";

/** Answers a query with what was answered to the same, where that still stands: after sign-in, limits and cost, which are judged each time. */
export function keptPlugin({ schema, exchanges, kept }: { readonly schema: GraphQLSchema; readonly exchanges: Exchanges; readonly kept: KeptAnswers }): ApolloServerPlugin {
  const passing = new WeakMap<DocumentNode, boolean>();
  const isKept = (document: DocumentNode): boolean => {
    const known = passing.get(document) ?? asksWhatPasses(schema, document);
    passing.set(document, known);
    return !known;
  };
  return {
    async requestDidStart({ request: { http } }) {
      const exchange = exchanges.of(http);
      if (exchange === undefined) return;
      let isFound = false;
      let asked: { readonly question: Question; readonly standing: Standing } | undefined;
      return {
        async responseForOperation({ document, operation, request }) {
          // Of a name that no operation has, graphql-js says so.
          if (operation === undefined) return null;
          const standing = operation.operation === OperationTypeNode.QUERY && isKept(document) ? exchange.standing() : null;
          if (standing === null) return null;
          const question = { document, operationName: operation.name?.value, variables: request.variables ?? {} };
          const data = kept.find(question, standing);
          asked = { question, standing };
          isFound = data !== undefined;
          // What is asked by its hash is not always known by it.
          if (isFound && request.extensions === undefined) exchange.again = question;
          if (data !== undefined) return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult: { data } } };
          return null;
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== "single") return;
          const { data, errors } = response.body.singleResult;
          if (data === null || data === undefined || errors !== undefined) return;
          if (asked !== undefined && !isFound) kept.keep(asked.question, asked.standing, data);
          // What is said beside the data is another each time: that it is the same is said of the data.
          if (asked !== undefined && http?.method === "GET") response.http.headers.set("etag", kept.tagOf(data));
        },
      };
    },
  };
}

/** Whether a document asks for what is not read from the ledger. */
function asksWhatPasses(schema: GraphQLSchema, document: DocumentNode): boolean {
  const types = new TypeInfo(schema);
  let asks = false;
  visit(document, visitWithTypeInfo(types, {
    Field() { asks ||= isPassing(types.getFieldDef()); },
  }));
  return asks;
}
