import { useCallback, useRef, useState } from "preact/hooks";
import { newKey } from "../acts/key.ts";
import { refreshAll } from "../graph/refresh.ts";
import { sendRows, type Came, type Sending, type Sheet } from "./send.ts";
import type { Progress } from "./told.ts";

/** How far somebody is with a file. */
export type Stage =
  | { readonly kind: "choosing" }
  | { readonly kind: "sending"; readonly isTrial: boolean; readonly progress: Progress | null }
  | { readonly kind: "tried"; readonly came: Came }
  | { readonly kind: "sent"; readonly came: Came };

export interface BringingIn {
  readonly stage: Stage;
  /** Says what would become of each row of a file. */
  readonly attempt: (sheet: Sheet) => void;
  /** Brings in the file that was tried: whole, or its right rows only. */
  readonly bringIn: (onError: Sending["onError"]) => void;
  /** Sends again what nobody knows of, exactly as it was. */
  readonly sendAgain: () => void;
  readonly startAnew: () => void;
}

interface Pending extends Pick<Sending, "key" | "onError"> {
  readonly sheet: Sheet;
}

/** A file of rows, tried first and then brought in once, exactly as it was tried. */
export function useBringIn(): BringingIn {
  const [stage, setStage] = useState<Stage>({ kind: "choosing" });
  const pendingRef = useRef<Pending | null>(null);

  const send = useCallback(async (pending: Pending) => {
    pendingRef.current = pending;
    const isTrial = pending.key === null;
    const onProgress = (progress: Progress | null): void => { setStage({ kind: "sending", isTrial, progress }); };
    onProgress(null);
    const came = await sendRows(pending.sheet, { ...pending, onProgress });
    setStage({ kind: isTrial ? "tried" : "sent", came });
    if (came.kind === "judged" && came.summary.written) refreshAll(came.summary.lastEntry ?? undefined);
  }, []);

  return {
    stage,
    attempt: (sheet) => { void send({ sheet, key: null, onError: "REJECT_ALL" }); },
    bringIn: (onError) => { if (pendingRef.current !== null) void send({ sheet: pendingRef.current.sheet, key: newKey(), onError }); },
    sendAgain: () => { if (pendingRef.current !== null) void send(pendingRef.current); },
    startAnew: () => { pendingRef.current = null; setStage({ kind: "choosing" }); },
  };
}
