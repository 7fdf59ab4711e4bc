import type { AnyVariables } from "@urql/core";
import { useCallback, useRef, useState } from "preact/hooks";
import type { Operation } from "../graph/operation.ts";
import { refreshAll } from "../graph/refresh.ts";
import type { ActAnswerFragment } from "../graph/types.ts";
import { newKey } from "./key.ts";
import { send, type Outcome } from "./send.ts";

/** What has come of an act so far. */
export type ActState<Payload> = { readonly kind: "none" } | { readonly kind: "sending" } | Outcome<Payload>;

export interface Act<Variables, Payload> {
  readonly state: ActState<Payload>;
  /** Does it; nothing else while one is on its way, or nobody knows what came of it. */
  readonly act: (variables: Variables) => void;
  /** Sends again what nobody knows of, exactly as it was, so that it is done once. */
  readonly sendAgain: () => void;
  /** Leaves what came of it. */
  readonly leave: () => void;
}

/** One act of the graph, sent once. What was read before it is read anew when it is done. */
export function useAct<Answer, Variables extends AnyVariables, Payload extends ActAnswerFragment>(operation: Operation<Answer, Variables>, payloadIn: (answer: Answer) => Payload): Act<Variables, Payload> {
  const [state, setState] = useState<ActState<Payload>>({ kind: "none" });
  const pendingRef = useRef<{ readonly key: string; readonly variables: Variables } | null>(null);

  const transmit = useCallback(async () => {
    if (pendingRef.current === null) return;
    setState({ kind: "sending" });
    const { key, variables } = pendingRef.current;
    const outcome = await send(operation, variables, key, payloadIn);
    if (outcome.kind !== "unknown") pendingRef.current = null;
    setState(outcome);
    if (outcome.kind === "done") refreshAll(outcome.payload.entry ?? undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the operation says where its payload is
  }, [operation]);

  return {
    state,
    act: (variables) => {
      if (pendingRef.current !== null) return;
      pendingRef.current = { key: newKey(), variables };
      void transmit();
    },
    sendAgain: () => { void transmit(); },
    leave: () => { setState({ kind: "none" }); },
  };
}
