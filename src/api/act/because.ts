import type { Problem } from "../../kernel/problem.ts";
import { under, type Path, type Ruled } from "./ruled.ts";

/**
 * What a rule decided in an act that has to say why: its problems at their places in what was sent, and MISSING_REASON
 * beside them where nothing was said. `whatFor` completes "Say why …".
 */
export function because(reason: string | null | undefined, whatFor: string, { fields, problems }: Ruled, path: Path): Ruled {
  return { fields, problems: [...under(path, problems), ...missingReason(reason, whatFor)] };
}

/** That an act which has to say why does not; nothing where it does. */
export function missingReason(reason: string | null | undefined, whatFor: string): readonly Problem[] {
  if (said(reason) !== null) return [];
  return [{ code: "MISSING_REASON", message: `Say why ${whatFor}, in a few words that stay in its history. Nothing was changed; send it again with a reason.`, path: ["reason"] }];
}

/** The words that were said; null where there are none. */
export function said(words: string | null | undefined): string | null {
  return words === null || words === undefined || words.trim() === "" ? null : words;
}
