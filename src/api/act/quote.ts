import { createHash } from "node:crypto";
import { linesWith } from "../../kernel/quotation.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { CitationInput } from "./act-args.ts";
import { Problems } from "./ruled.ts";

/** What is known of a source: the SHA-256 of its text; null where nobody has recorded it. */
export interface CitedSource {
  readonly sha256: string | null;
}

/**
 * What is wrong with a quote. It has to stand word for word in its source: in the very text that the source is known by, where it is known by
 * one. Of a source without that nobody can tell which text it is; there, what is sent along is looked at, and no more is asked.
 */
export function wrongQuote({ quote, line, text }: Pick<CitationInput, "quote" | "line" | "text">, source: CitedSource | null): readonly Problem[] {
  const wrong = new Problems();
  wrong.when(source === null, "BAD_CITATION", "This is no source. Record the document or the register as a source, and cite that.", ["source"]);
  if (source === null || quote === null || quote === undefined) return wrong.all();
  if (text === null || text === undefined) {
    wrong.when(source.sha256 !== null, "BAD_CITATION", "A quote has to be found in its source, and this source is known by its text. Send the text along with the quote, or cite the line without one.", ["text"]);
    return wrong.all();
  }
  const isThatText = source.sha256 === null || createHash("sha256").update(text, "utf8").digest("hex") === source.sha256.toLowerCase();
  wrong.when(!isThatText, "BAD_CITATION", "This is not the text that the source is known by: its SHA-256 is another. Send it byte for byte as it was recorded; a new edition is a source of its own.", ["text"]);
  if (!isThatText) return wrong.all();
  const lines = linesWith(text, quote);
  wrong.when(lines.length === 0, "QUOTE_NOT_FOUND", "These words do not stand so in any line of the source. Copy them from there, word for word.", ["quote"]);
  const isElsewhere = lines.length > 0 && line !== null && line !== undefined && !lines.includes(line);
  wrong.when(isElsewhere, "QUOTE_NOT_FOUND", `These words do not stand in line ${line ?? ""} of the source, but in line ${lines.slice(0, 3).join(", ")}.`, ["line"]);
  return wrong.all();
}
