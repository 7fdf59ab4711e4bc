import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Answered } from "../graph/use-answer.ts";
import { FaultNotice } from "./fault-notice.tsx";
import { Stale } from "./stale.tsx";
import { Waiting } from "./waiting.tsx";

interface AnswerProps<T> {
  readonly to: Answered<T>;
  /** What is being asked for, as it stands behind "Loading". */
  readonly what: string;
  readonly children: (answer: T) => ComponentChildren;
}

/** What the graph answers; until then that it is on its way, and instead of it why there is none. An older answer stays, and is said to be one. */
export function Answer<T>({ to: { answer, isWaiting, fault, askAgain }, what, children }: AnswerProps<T>): JSX.Element {
  useEffect(() => {
    if (fault === null) return;
    addEventListener("online", askAgain);
    return () => { removeEventListener("online", askAgain); };
  }, [fault, askAgain]);

  if (answer === undefined) return fault === null || isWaiting ? <Waiting what={what} /> : <FaultNotice fault={fault} askAgain={askAgain} />;
  return (
    <div aria-busy={isWaiting}>
      {fault !== null && <Stale fault={fault} askAgain={askAgain} />}
      {children(answer)}
    </div>
  );
}
