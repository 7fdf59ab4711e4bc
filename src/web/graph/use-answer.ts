import { stringifyVariables, type AnyVariables } from "@urql/core";
import { useCallback, useEffect, useState } from "preact/hooks";
import { useReading } from "../address/reading-day.ts";
import { Answers } from "./answers.ts";
import { client } from "./client.ts";
import { faultOf, type Fault } from "./fault.ts";
import type { Operation } from "./operation.ts";
import { onRefresh } from "./refresh.ts";

export interface Answered<Answer> {
  /** The newest answer to just this; undefined until there is one. It stands while a newer one is on its way. */
  readonly answer: Answer | undefined;
  readonly isWaiting: boolean;
  /** What went wrong the last time; an older answer may stand beside it. */
  readonly fault: Fault | null;
  readonly askAgain: () => void;
}

interface Standing<Answer> {
  readonly answer: Answer | undefined;
  readonly isWaiting: boolean;
  readonly fault: Fault | null;
}

const answers = new Answers(60);

/** Every query is asked as at a moment: see `build/documents.ts`. */
interface Moment {
  readonly at?: string | null | undefined;
}

/**
 * What the graph answers, as at the day of the page: at once where it was asked before, and in any case anew. While other variables are being asked for, the last
 * answer stands: what one reads does not go away to come back.
 */
export function useAnswer<Answer, Variables extends AnyVariables & Moment>(operation: Operation<Answer, Variables>, asked: Variables, reads: "as the page" | "now" = "as the page"): Answered<Answer> {
  const { at } = useReading();
  const variables = { ...asked, at: reads === "now" ? null : at };
  const key = `${operation.name} ${stringifyVariables(variables)}`;
  const [standing, setStanding] = useState<Standing<Answer>>(() => ({ answer: kept(operation, key), isWaiting: true, fault: null }));
  const [round, setRound] = useState(0);
  const askAgain = useCallback(() => { setRound((before) => before + 1); }, []);

  useEffect(() => onRefresh(askAgain), [askAgain]);
  useEffect(() => {
    setStanding((before) => ({ answer: kept(operation, key) ?? before.answer, isWaiting: true, fault: null }));
    const asked = client.query<Answer, Variables>(operation.text, variables).subscribe(({ data, error }) => {
      if (data !== undefined && data !== null) answers.keep(key, data);
      setStanding((before) => ({ answer: data ?? before.answer, isWaiting: false, fault: error === undefined ? null : faultOf(error, navigator.onLine) }));
    });
    return () => { asked.unsubscribe(); };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all that the operation and its variables say
  }, [key, round]);

  return { ...standing, askAgain };
}

/** Forgets what was answered to whoever was signed in until now. */
export function forgetAnswers(): void {
  answers.forgetAll();
}

function kept<Answer, Variables>(_: Operation<Answer, Variables>, key: string): Answer | undefined {
  // What is kept under an operation's name and variables is its answer.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return answers.get(key) as Answer | undefined;
}
