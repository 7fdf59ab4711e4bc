import { isBrokenText } from "../../kernel/plain-text.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Path } from "./ruled.ts";

/** Every text in what was sent that cannot be one, whether anything would read it or not. What is sent is as deep as the limits let it be. */
export function brokenTexts(sent: unknown, path: Path = []): Problem[] {
  if (typeof sent === "string") return isBrokenText(sent) ? [{ code: "INVALID_TEXT", message: "This holds characters that are not text. Nothing was changed: write it again, or paste it as plain text.", path }] : [];
  if (typeof sent !== "object" || sent === null) return [];
  return Object.entries(sent).flatMap(([step, value]: [string, unknown]) => brokenTexts(value, [...path, step]));
}
