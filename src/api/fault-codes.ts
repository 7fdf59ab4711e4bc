import { GraphQLEnumType } from "graphql";

/** Every code that an error at the top of an answer has, and when: one list, so that a program can branch on all of them. Those that GraphQL and its server give by themselves stand here too. */
export const faultCodes = {
  BAD_USER_INPUT: "200 or 400: an argument or a variable that cannot be taken; extensions.problems says what is wrong where the tracker itself read it.",
  FORBIDDEN: "200: none of the viewer's roles allows this act where it is asked; extensions.act names it.",
  OPERATION_TIMED_OUT: "200: an operation that took longer than LIMIT_OPERATION_SECONDS.",
  UNAUTHENTICATED: "401: nobody signed in, where that is needed.",
  KEY_NOT_VALID: "401: a key that is unknown, has expired or was revoked.",
  TOKEN_NOT_VALID: "401: an access token that is damaged, of an issuer that is not configured, or made out for something else.",
  TOKEN_EXPIRED: "401: an access token whose time is over.",
  SESSION_ENDED: "401: the cookie of a sign-in that has ended. The answer clears the cookie.",
  CREDENTIALS_NOT_UNDERSTOOD: "401: an Authorization header that is neither Bearer with a key or token nor Basic with a key.",
  FOREIGN_ORIGIN: "403: a sign-in's cookie on a request that does not come from a page of this server.",
  READ_ONLY: "403: a mutation from somebody who signed in with Basic, which is for reading.",
  TOO_MANY_ATTEMPTS: "429: too many failed sign-ins from one address within a minute. Retry-After says how long to wait.",
  ISSUER_UNAVAILABLE: "503: an access token whose issuer does not answer.",
  STORAGE_FULL: "503: the disk is full. Nothing was written; reading goes on.",
  LEDGER_BUSY: "503: the ledger was held by somebody else for too long. Nothing was written; send it again in a moment.",
  OUTCOME_UNKNOWN: "200: storage failed at the last moment, and nobody knows whether the act was recorded. Under the key in extensions.key it can be sent again and is done once; without one, look first.",
  INVALID_IDEMPOTENCY_KEY: "400: an Idempotency-Key that is empty, longer than 255 characters or not printable.",
  ONE_ACT_AT_A_TIME: "400: a mutation operation with more than one field at its top.",
  RIGHTS_CHANGED: "409: a cursor of the feed of changes whose holder may see more, or less, than when it was given. Begin anew, without a cursor.",
  CURSOR_AHEAD: "409: a cursor of the feed of changes from an entry that is not there yet where it is read.",
  CURSOR_OF_ANOTHER_LEDGER: "409: a cursor of the feed of changes that was given by another ledger, or before this one was restored.",
  METHOD_NOT_ALLOWED: "405: a method other than GET and POST.",
  UNSUPPORTED_MEDIA_TYPE: "415: a body that is not JSON in UTF-8, or compressed otherwise than with gzip, deflate or br.",
  REQUEST_TOO_LARGE: "413: a body over LIMIT_BODY_KILOBYTES, after decompression.",
  MALFORMED_JSON: "400: a body that is not well-formed, or that did not arrive whole.",
  QUERY_TOO_LARGE: "400: a document over LIMIT_TOKENS or LIMIT_LINES.",
  QUERY_TOO_DEEP: "400: an operation over LIMIT_DEPTH.",
  TOO_MANY_ALIASES: "400: a document over LIMIT_ALIASES.",
  TOO_MANY_DIRECTIVES: "400: a document over LIMIT_DIRECTIVES.",
  TOO_MANY_ROOT_FIELDS: "400: an operation over LIMIT_ROOT_FIELDS.",
  TOO_MANY_FRAGMENTS: "400: a document over LIMIT_FRAGMENTS.",
  TOO_MANY_FIELDS: "400: an operation or a fragment over LIMIT_FIELDS.",
  FRAGMENT_CYCLE: "400: a fragment that spreads itself.",
  INTROSPECTION_TOO_LARGE: "400: introspection with aliases in it, or with lists of what types consist of within one another.",
  INPUT_TOO_DEEP: "400: a value over LIMIT_INPUT_DEPTH, in the document or its variables.",
  INPUT_LIST_TOO_LONG: "400: a list over LIMIT_INPUT_LIST, in the document or its variables.",
  PERSISTED_QUERY_NOT_FOUND: "200: a hash of an operation that is not known here yet. Send it with the operation itself.",
  GRAPHQL_PARSE_FAILED: "400: a document that is not GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "400: an operation that does not fit the schema.",
  OPERATION_RESOLUTION_FAILURE: "400: a document with several operations and no name, or the name of none of them.",
  BAD_REQUEST: "400: a request that is not one of GraphQL over HTTP.",
  INTERNAL_SERVER_ERROR: "500 or 200: a mistake of ours. extensions.reference names it to whoever runs the server.",
} as const;

export type FaultCode = keyof typeof faultCodes;

/** The same in the schema: no field gives them out, and every answer may. */
export const FaultCodeType = new GraphQLEnumType({
  name: "FaultCode",
  description: "What stands in extensions.code of an error at the top of an answer, with the HTTP status that comes with it. What stands in the way of an act is no error: see ProblemCode.",
  values: Object.fromEntries(Object.entries(faultCodes).map(([code, description]) => [code, { description }])),
});
