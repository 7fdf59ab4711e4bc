import type { ServerResponse } from "node:http";
import type { HTTPGraphQLResponse } from "@apollo/server";
import type { Encoded } from "../kept/kept-answers.ts";

/** An answer of which what is kept is not put into one text with the rest. */
export interface AnswerInPieces {
  readonly status: undefined;
  readonly headers: Map<string, string>;
  readonly body: { readonly kind: "pieces"; readonly pieces: readonly Encoded[] };
}

export type Answer = HTTPGraphQLResponse | AnswerInPieces;

const LINE_BREAK = "\n";

/** Shorter texts go out sooner as they are. */
const LONG = 4_096;

/** Sends an answer; rejects where it cannot be told to its end. */
export async function send(response: ServerResponse, { headers, body }: Answer): Promise<void> {
  for (const [name, value] of headers) response.setHeader(name, value);
  if (body.kind === "complete") {
    sendPieces(response, [body.string]);
    return;
  }
  if (body.kind === "pieces") {
    sendPieces(response, body.pieces);
    return;
  }
  for await (const piece of body.asyncIterator) response.write(piece);
  response.end();
}

/** All of them in one go, and a line break for whoever reads them in a terminal. */
function sendPieces(response: ServerResponse, pieces: readonly Encoded[]): void {
  // A long text is put into bytes once: Node would count them first, and then make them.
  const bytes = pieces.map((piece) => (typeof piece === "string" && piece.length > LONG ? Buffer.from(piece) : piece));
  response.setHeader("content-length", bytes.reduce((length, piece) => length + Buffer.byteLength(piece), LINE_BREAK.length));
  response.cork();
  for (const piece of bytes) response.write(piece);
  response.end(LINE_BREAK);
  response.uncork();
}
