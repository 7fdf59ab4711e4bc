import type { AnyVariables, CombinedError } from "@urql/core";
import { client } from "../graph/client.ts";
import { faultOf, type Fault } from "../graph/fault.ts";
import type { Operation } from "../graph/operation.ts";
import type { ActAnswerFragment } from "../graph/types.ts";
import { endSession } from "../session/ended.ts";

export type Problem = ActAnswerFragment["problems"][number];
export type Conflict = NonNullable<Problem["conflict"]>;

/** What came of an act, as far as this browser can know. */
export type Outcome<Payload> =
  | { readonly kind: "done"; readonly payload: Payload }
  /** Nothing was changed, for these reasons. */
  | { readonly kind: "refused"; readonly problems: readonly Problem[] }
  /** Nothing was changed, as it came to no decision. */
  | { readonly kind: "fault"; readonly fault: Fault }
  /** It may have been done or not: it is sent again under the same key, and done once. */
  | { readonly kind: "unknown"; readonly isOffline: boolean };

/** An answer is given up after so long: the connection is cut, and does not say so. */
const MOST_MILLISECONDS = 30_000;

/** Codes after which nobody knows whether the act was done. */
const UNKNOWN: ReadonlySet<unknown> = new Set(["OUTCOME_UNKNOWN", "INTERNAL_SERVER_ERROR", "OPERATION_TIMED_OUT"]);

/** Sends an act under a key. `payloadIn` finds its payload in the answer. */
export async function send<Answer, Variables extends AnyVariables, Payload extends ActAnswerFragment>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  key: string,
  payloadIn: (answer: Answer) => Payload,
): Promise<Outcome<Payload>> {
  const fetchOptions = { credentials: "same-origin", signal: AbortSignal.timeout(MOST_MILLISECONDS), headers: { accept: "application/graphql-response+json, application/json", "idempotency-key": key } } as const;
  const { data, error } = await client.mutation<Answer, Variables>(operation.text, variables, { fetchOptions }).toPromise();
  if (data === undefined || data === null) return withoutAnswer(error);
  const payload = payloadIn(data);
  return payload.problems.length === 0 ? { kind: "done", payload } : { kind: "refused", problems: payload.problems };
}

function withoutAnswer(error: CombinedError | undefined): Outcome<never> {
  const code = error?.graphQLErrors[0]?.extensions["code"];
  if (error === undefined || code === undefined || UNKNOWN.has(code)) return { kind: "unknown", isOffline: !navigator.onLine };
  const fault = faultOf(error, navigator.onLine);
  if (code === "SESSION_ENDED") endSession();
  return { kind: "fault", fault };
}
