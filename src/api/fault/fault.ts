import { GraphQLError } from "graphql";
import type { FaultCode } from "./fault-codes.ts";

/** Something about the request itself that stops it: a top-level error with a documented code. */
export class Fault extends GraphQLError {
  constructor(code: FaultCode, message: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}
