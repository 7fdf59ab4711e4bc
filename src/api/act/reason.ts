import type { Problem } from "../../kernel/problem.ts";

/** Stands in for a reason that was not given, until the act is refused for it. */
export const NOT_GIVEN = "No reason was given.";

/** That an act which has to say why does not; `whatFor` completes "Say why …". */
export function missingReason(whatFor: string): Problem {
  return { code: "MISSING_REASON", message: `Say why ${whatFor}, in a few words that stay in the history. Nothing was changed; send it again with a reason.`, path: ["reason"] };
}

/** The words that were said; null where there are none. */
export function said(words: string | null | undefined): string | null {
  return words === null || words === undefined || words.trim() === "" ? null : words;
}
