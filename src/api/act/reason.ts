import { isPlainText } from "../../kernel/plain-text.ts";
import type { Problem } from "../../kernel/problem.ts";
import { MOST_IN_TEXT, tooLongText } from "./texts.ts";

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

/** What is wrong with the words that say why: they are no text, or too many. */
export function wrongReason(words: string | null): readonly Problem[] {
  if (words === null) return [];
  const broken: Problem = { code: "INVALID_TEXT", message: "The reason holds characters that are not text. Nothing was changed: write it again, or paste it as plain text.", path: ["reason"] };
  return isPlainText(words) ? tooLongText(words, MOST_IN_TEXT, ["reason"]) : [broken];
}
