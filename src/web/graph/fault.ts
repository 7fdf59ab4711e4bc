import type { CombinedError } from "@urql/core";

/** Why there is no answer, as far as it makes a difference to what a reader can do. */
export type FaultKind = "offline" | "unreachable" | "signed-out" | "not-permitted" | "failed";

export interface Fault {
  readonly kind: FaultKind;
  /** In the server's own words, where it said something. */
  readonly message: string | null;
  /** What to tell whoever runs the server. */
  readonly reference: string | null;
}

/** Codes after which signing in is what helps. */
const SIGNED_OUT: ReadonlySet<unknown> = new Set(["UNAUTHENTICATED", "SESSION_ENDED"]);
const NOT_PERMITTED: ReadonlySet<unknown> = new Set(["FORBIDDEN", "FOREIGN_ORIGIN", "READ_ONLY"]);

export function faultOf(error: CombinedError, isOnline: boolean): Fault {
  const [first] = error.graphQLErrors;
  if (first === undefined) return { kind: isOnline ? "unreachable" : "offline", message: null, reference: null };
  const { code, reference } = first.extensions;
  return { kind: kindOf(code), message: first.message, reference: typeof reference === "string" ? reference : null };
}

/** Whether an answer with this code is for somebody whose sign-in has ended, or who never signed in. */
export function isSignedOut(code: unknown): boolean {
  return SIGNED_OUT.has(code);
}

function kindOf(code: unknown): FaultKind {
  if (isSignedOut(code)) return "signed-out";
  return NOT_PERMITTED.has(code) ? "not-permitted" : "failed";
}
