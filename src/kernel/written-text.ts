import { isPlainText } from "./plain-text.ts";

const longest = 300;

/** Whether it can be the text of a value as its source has it: some words, not a narrative. */
export function isWrittenText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= longest && isPlainText(value);
}
