/** What one request may ask of the server. Each has its setting in `limit-settings.ts`. */
export interface Limits {
  /** Of a request's body, after decompression. */
  readonly bodyKilobytes: number;
  /** Names, numbers, strings and signs of a GraphQL document. */
  readonly tokens: number;
  /** Of a document. For each error in it graphql-js counts the lines before it, and there can be many of both. */
  readonly lines: number;
  /** Fields within fields of an operation, fragments included. Operations that only introspect may go deeper. */
  readonly depth: number;
  /** Aliases as written in the document. */
  readonly aliases: number;
  /** Directives as written in the document. */
  readonly directives: number;
  /** Fields at the top of an operation, fragments included. */
  readonly rootFields: number;
  /** Fragments that a document defines. */
  readonly fragments: number;
  /** Fields of an operation or a fragment, with every fragment counted wherever it is spread. */
  readonly fields: number;
  /** What an operation may cost, in points: how often something is looked up, judged from its page sizes. */
  readonly cost: number;
  /** What a client may use of them within a minute: an account or a key, or an address where nobody signed in. */
  readonly costPerMinute: number;
  /** Items that the lists of an answer can hold together, judged from page sizes. */
  readonly nodes: number;
  /** Fields of an answer, wherever they stand in it, judged from page sizes. */
  readonly values: number;
  /** Lists and objects within one another in a value, whether it is written in the document or sent as a variable. */
  readonly inputDepth: number;
  /** Items of one list in such a value. */
  readonly inputList: number;
  /** Of one address within a minute. */
  readonly failedSignIns: number;
  /** That are open at a time, over server-sent events and WebSockets together. */
  readonly streams: number;
  /** Of them, of one client: of one account or key, or of one address where nobody signed in. */
  readonly streamsPerClient: number;
  /** For a client to take what was sent over a stream. */
  readonly streamStallSeconds: number;
  /** Between two signs of life over a stream. */
  readonly streamBeatSeconds: number;
  /** For an operation to be answered. */
  readonly operationSeconds: number;
  /** For a download to be sent and taken. */
  readonly downloadSeconds: number;
  /** Of a file that is imported, after decompression. */
  readonly importMegabytes: number;
  /** Of such a file. */
  readonly importRows: number;
  /** That are open at a time; one more is closed at once. */
  readonly connections: number;
  /** Of them, from one address; not counted behind a trusted proxy, from which all come. */
  readonly connectionsPerAddress: number;
  /** For a request's headers to arrive. */
  readonly headersSeconds: number;
  /** For a whole request to arrive. */
  readonly requestSeconds: number;
}
