import { GraphQLError } from "graphql";

/** Something about the request itself that stops it: a top-level error with a documented code. */
export class Fault extends GraphQLError {
  constructor(code: string, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}
