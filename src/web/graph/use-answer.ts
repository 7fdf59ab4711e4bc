import { stringifyVariables, type AnyVariables } from "@urql/core";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useReading } from "../address/reading-day.ts";
import { tellNews } from "../live/state.ts";
import { Answers } from "./answers.ts";
import { client } from "./client.ts";
import { entryOf } from "./entry.ts";
import { faultOf, type Fault } from "./fault.ts";
import { holdPlace } from "./hold-place.ts";
import type { Operation } from "./operation.ts";
import { onRefresh } from "./refresh.ts";
import { hasEndedIn } from "./session-end.ts";

export interface Answered<Answer> {
  /** The newest answer to just this; undefined until there is one. It stands while a newer one is on its way. */
  readonly answer: Answer | undefined;
  /** Whether somebody waits for it, as nobody does for what is asked anew because something was done elsewhere. */
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

/** One asking. A quiet one, because something was done elsewhere, nobody waits for. */
interface Round {
  readonly number: number;
  readonly isQuiet: boolean;
}

/** What the next answer has to be held against. */
interface Latest<Answer> {
  standing: Standing<Answer>;
  key: string;
  /** At which entry it was read. */
  entry: number;
  isUnderWay: boolean;
  /** The last entry that was heard of since what is under way was asked for: an answer that was read before it is asked for again. */
  heard: number;
  putBack: (() => void) | null;
}

const answers = new Answers(60);

/** Every query is asked as at a moment: see `build/documents.ts`. */
interface Moment {
  readonly at?: string | null | undefined;
}

/**
 * What the graph answers, as at the day of the page: at once where it was asked before, and in any case anew, and again when something
 * was done since. While other variables are being asked for, the last answer stands: what one reads does not go away to come back.
 */
export function useAnswer<Answer, Variables extends AnyVariables & Moment>(operation: Operation<Answer, Variables>, asked: Variables, reads: "as the page" | "now" = "as the page"): Answered<Answer> {
  const { at } = useReading();
  const variables = { ...asked, at: reads === "now" ? null : at };
  const key = `${operation.name} ${stringifyVariables(variables)}`;
  const [standing, setStanding] = useState<Standing<Answer>>(() => ({ answer: kept(operation, key), isWaiting: true, fault: null }));
  const [round, setRound] = useState<Round>({ number: 0, isQuiet: false });
  const { current: latest } = useRef<Latest<Answer>>({ standing, key, entry: 0, isUnderWay: false, heard: 0, putBack: null });
  const ask = useCallback((isQuiet: boolean) => { setRound(({ number }) => ({ number: number + 1, isQuiet })); }, []);
  const askAgain = useCallback(() => { ask(false); }, [ask]);

  useEffect(() => onRefresh((entry) => {
    if (latest.isUnderWay) latest.heard = Math.max(latest.heard, entry);
    else if (latest.entry < entry) ask(true);
  }), [latest, ask]);
  useEffect(() => {
    const isQuiet = round.isQuiet && latest.key === key;
    const show = (next: Standing<Answer>): void => {
      latest.standing = next;
      setStanding(next);
    };
    Object.assign(latest, { key, isUnderWay: true, heard: 0 });
    if (!isQuiet) show({ answer: kept(operation, key) ?? latest.standing.answer, isWaiting: true, fault: null });
    const asking = client.query<Answer, Variables>(operation.text, variables).subscribe(({ data, error, extensions }) => {
      const { answer: before } = latest.standing;
      const answer = data ?? before;
      const isNews = isQuiet && JSON.stringify(answer) !== JSON.stringify(before);
      if (data !== undefined && data !== null) answers.keep(key, data);
      // The answer that says so has taken the sign-in away: what everybody may read is there on asking again.
      if (error !== undefined && hasEndedIn(error)) {
        ask(isQuiet);
        return;
      }
      if (isQuiet) latest.putBack = holdPlace();
      show({ answer: isQuiet && !isNews ? before : answer, isWaiting: false, fault: error === undefined ? null : faultOf(error, navigator.onLine) });
      if (isNews) tellNews();
      Object.assign(latest, { entry: entryOf(extensions), isUnderWay: false });
      if (latest.entry < latest.heard) ask(true);
    });
    return () => { asking.unsubscribe(); };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key says all that the operation and its variables say
  }, [key, round]);
  useLayoutEffect(() => {
    latest.putBack?.();
    latest.putBack = null;
  }, [latest, standing]);

  // What stands may be the answer to what was asked before: what is asked for now is asked once this was shown.
  return { ...standing, isWaiting: standing.isWaiting || latest.key !== key, askAgain };
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
