import type { FormattedExecutionResult } from "graphql";
import { jsonPieces, mayBeLong } from "./json-pieces.ts";
import type { AnswerData, Encoded, KeptAnswers } from "../kept/kept-answers.ts";

/** An answer as JSON: one flat text, which goes out without being copied together first. What is kept was put into words before. */
export function answerText({ data, ...more }: FormattedExecutionResult, kept: KeptAnswers): string {
  const { errors, extensions } = more;
  if (data === null || data === undefined || errors !== undefined) return JSON.stringify(data === undefined ? more : { ...more, data });
  const encoded = kept.encodedBefore(data);
  if (encoded === undefined) return JSON.stringify({ data, ...more });
  const { before, after } = around(extensions);
  return `${before}${encoded.toString()}${after}`;
}

/** The same in pieces, of which what is kept is one as it stands. */
export function answerPieces(data: AnswerData, extensions: Readonly<Record<string, unknown>>, kept: KeptAnswers): readonly Encoded[] {
  const encoded = kept.encodedBefore(data);
  if (encoded === undefined && !mayBeLong(data)) return [JSON.stringify({ data, extensions })];
  const { before, after } = around(extensions);
  if (encoded === undefined) {
    const pieces = jsonPieces(data);
    return pieces.length === 1 ? [`${before}${pieces[0] ?? ""}${after}`] : [before, ...pieces, after];
  }
  return typeof encoded === "string" ? [`${before}${encoded}${after}`] : [before, encoded, after];
}

/** What stands around the data. */
function around(extensions: Readonly<Record<string, unknown>> | undefined): { readonly before: string; readonly after: string } {
  return { before: `{"data":`, after: `${extensions === undefined ? "" : `,"extensions":${JSON.stringify(extensions)}`}}` };
}
