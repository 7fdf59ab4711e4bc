import { GraphQLError } from "graphql";
import type { FaultCode } from "../../api/fault/fault-codes.ts";

/** Why a stream is ended from this side: told to its client as the last thing. */
export class Ending extends GraphQLError {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string) {
    super(message, { extensions: { code } });
    this.code = code;
  }
}

export function stopping(): Ending {
  return new Ending("SERVER_STOPPING", "The server is stopping. Connect again in a moment, and go on after the last cursor.");
}

export function signedOut(): Ending {
  return new Ending("UNAUTHENTICATED", "Your sign-in has ended. Sign in again, and go on after the last cursor.");
}

export function tooSlow(): Ending {
  return new Ending("TOO_SLOW", "What was sent was not taken for too long. Nothing is lost: connect again, and go on after the last cursor.");
}
