import { Client, fetchExchange } from "@urql/core";

/** Asks the server that these pages came from, as whoever is signed in here. What was answered before is remembered by `answers.ts`, not here. */
export const client = new Client({
  url: "/graphql",
  exchanges: [fetchExchange],
  preferGetMethod: false,
  requestPolicy: "network-only",
  fetchOptions: { credentials: "same-origin", headers: { accept: "application/graphql-response+json, application/json" } },
});
