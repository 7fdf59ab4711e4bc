/** Every code with which the server itself refuses a request, and when. Apollo's and GraphQL's own come beside them. */
export const refusalCodes = {
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
} as const;

export type RefusalCode = keyof typeof refusalCodes;
