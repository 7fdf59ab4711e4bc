import { problemCodes } from "../../api/act/problem-codes.ts";
import { faultCodes } from "../../api/fault/fault-codes.ts";

const known: ReadonlySet<string> = new Set(["OK", "REFUSED", "FAULT", ...Object.keys(faultCodes), ...Object.keys(problemCodes)]);

/** A code as a label: one that is documented, or OTHER, so that there are never more of them than there are codes. */
export function knownCode(code: string): string {
  return known.has(code) ? code : "OTHER";
}
