import type { AnyVariables } from "@urql/core";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { currentAddress } from "../address/history.ts";
import type { Operation } from "../graph/operation.ts";
import { refreshAll } from "../graph/refresh.ts";
import type { ActAnswerFragment } from "../graph/types.ts";
import { usePerson } from "../session/person.ts";
import { newKey } from "./key.ts";
import { send, type Outcome } from "./send.ts";
import { keepSent, keptSent, letGoOfSent, sentName, type Sent } from "./sent.ts";

/** What has come of an act so far. */
export type ActState<Payload> = { readonly kind: "none" } | { readonly kind: "sending" } | Outcome<Payload>;

export interface Act<Variables, Payload> {
  readonly state: ActState<Payload>;
  /** Does it; nothing else while one is on its way, or nobody knows what came of it. */
  readonly act: (variables: Variables) => void;
  /** Sends again what nobody knows of, exactly as it was, so that it is done once. */
  readonly sendAgain: () => void;
  /** Leaves what came of it, unless nobody knows what did. */
  readonly leave: () => void;
}

/**
 * One act of the graph to one record, sent once. Until it is known what came of it, what was sent and its key are kept in this browser: it is there
 * again after the page was closed. What was read before it is read anew when it is done.
 */
export function useAct<Answer, Variables extends AnyVariables, Payload extends ActAnswerFragment>(operation: Operation<Answer, Variables>, record: string, payloadIn: (answer: Answer) => Payload): Act<Variables, Payload> {
  const person = usePerson();
  const name = sentName(operation.name, record);
  const [state, setState] = useState<ActState<Payload>>({ kind: "none" });
  const pendingRef = useRef<Sent<Variables> | null>(null);

  useEffect(() => {
    if (person === null || pendingRef.current !== null) return;
    pendingRef.current = keptSent<Variables>(person, name);
    if (pendingRef.current !== null) setState({ kind: "unknown", isOffline: !navigator.onLine });
  }, [person, name]);

  const transmit = useCallback(async () => {
    if (pendingRef.current === null) return;
    setState({ kind: "sending" });
    const { key, variables } = pendingRef.current;
    const outcome = await send(operation, variables, key, payloadIn);
    if (outcome.kind !== "unknown") {
      pendingRef.current = null;
      if (person !== null) letGoOfSent(person, name);
    }
    setState(outcome);
    if (outcome.kind === "done") refreshAll(outcome.payload.entry ?? undefined);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the operation says where its payload is
  }, [operation, person, name]);

  return {
    state,
    act: (variables) => {
      if (pendingRef.current !== null) return;
      const sent = { key: newKey(), variables, page: currentAddress().path };
      pendingRef.current = sent;
      if (person !== null) keepSent(person, name, sent);
      void transmit();
    },
    sendAgain: () => { void transmit(); },
    leave: () => { if (pendingRef.current === null) setState({ kind: "none" }); },
  };
}
