import type { GraphQLSchema } from "graphql";

/** What the server serves: it knows how requests arrive and leave, and nothing of what they ask for. */
export interface Application {
  readonly schema: GraphQLSchema;
  /** Called once for each request that is to be answered by the graph. A Refusal or GraphQLError thrown here is the answer. */
  openContext(request: ContextRequest): Promise<OpenContext>;
  readiness(): Readiness;
  /** What the explorer opens on. */
  readonly exampleQuery: string;
}

export interface ContextRequest {
  /** The Authorization header, as it was sent. */
  readonly authorization: string | undefined;
  /** When work on this request must have ended: a reading of `performance.now()`, which no change of the clock moves. */
  readonly deadline: number;
}

/** What one request holds for as long as it is being answered. */
export interface OpenContext {
  /** The context that resolvers are given. */
  readonly value: object;
  /** What every answer carries under `extensions`. Asked for when the answer is complete. */
  extensions?(): Record<string, unknown>;
  /** The number of the entry at which the request read, for the log. */
  entry?(): number;
  /**
   * Called exactly once, when the answer is complete, whether or not anybody still waits for it. Where a null that must not be one has
   * spoilt part of an answer, GraphQL gives up on the resolvers beside it without waiting for them: they may still ask afterwards.
   */
  release(): void;
}

export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };
