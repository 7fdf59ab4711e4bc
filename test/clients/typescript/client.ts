import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

/** What went wrong with a whole request: `code` is one of the schema's FaultCode. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.code = code;
  }
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Asks a tracker, with a key where one is needed. What is asked and what is answered are known by their types. */
export class Tracker {
  private readonly address: string;
  private readonly key: string | null;

  constructor(address: string, key: string | null) {
    this.address = address;
    this.key = key;
  }

  /** Answers an operation, or throws what stopped it. An act under a key of its own is done once, however often it is sent. */
  async ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables, idempotencyKey?: string): Promise<Data> {
    const headers = {
      "content-type": "application/json",
      ...(this.key === null ? {} : { authorization: `Bearer ${this.key}` }),
      ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
    };
    const response = await fetch(`${this.address}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: print(document), variables }) });
    // The types were made of the schema that this answer follows.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    const { data, errors: [error] = [] } = (await response.json()) as Answer<Data>;
    if (error !== undefined || data === null || data === undefined) throw new Refused(error?.message ?? `The tracker answered ${response.status}.`, error?.extensions?.code ?? "");
    return data;
  }
}
