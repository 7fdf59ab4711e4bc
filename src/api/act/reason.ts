import { Problems } from "./ruled.ts";

/** Does what has to be explained. Without a reason it is refused, together with all else that stands in its way. */
export function withReason<Result>(reason: string | null | undefined, asking: string, work: (reason: string) => Result): Result | null {
  const wrong = new Problems();
  const words = reason?.trim() ?? "";
  wrong.when(words === "", "MISSING_REASON", `${asking} Nothing was changed: send it again with a reason, in words that stay in the history.`, ["reason"]);
  // What is done without one is decided only to say what else stands in the way, and is never kept.
  const result = wrong.gather(() => work(words === "" ? "No reason was given." : words));
  wrong.refuse();
  return result;
}
