import { createRequest, stringifyDocument, type AnyVariables } from "@urql/core";
import { createParser } from "eventsource-parser";
import type { Operation } from "./operation.ts";

/** One of the answers that come over a stream. */
export interface StreamAnswer<Answer> {
  readonly data?: Answer | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

export interface Following<Answer> {
  readonly signal: AbortSignal;
  /** Called once nothing is missed any more. */
  readonly onOpen: () => void;
  /** Called with every sign that the server is there. */
  readonly onSign: () => void;
  readonly onAnswer: (answer: StreamAnswer<Answer>) => void;
}

/** The server shows several times a minute that it is there. After so long without a sign the connection has gone, whatever the system says of it. */
const SILENCE_MS = 45_000;

/** Follows a subscription until the server ends it: then it resolves. Rejects where it cannot be opened, breaks off, or is let go. */
export async function follow<Answer, Variables extends AnyVariables>(operation: Operation<Answer, Variables>, variables: Variables, { signal, onOpen, onSign, onAnswer }: Following<Answer>): Promise<void> {
  const silence = new AbortController();
  let watch = setTimeout(() => { silence.abort(); }, SILENCE_MS);
  try {
    const response = await fetch("/graphql", {
      method: "POST", credentials: "same-origin", signal: AbortSignal.any([signal, silence.signal]),
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: stringifyDocument(createRequest(operation.text, variables).query), variables }),
    });
    if (response.body === null || response.headers.get("content-type")?.startsWith("text/event-stream") !== true) {
      onAnswer(refusal(await response.json()));
      return;
    }
    onOpen();
    const parser = createParser({ onEvent: ({ event, data }) => { if (event === "next") onAnswer(answerIn<Answer>(data)); } });
    const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      clearTimeout(watch);
      watch = setTimeout(() => { silence.abort(); }, SILENCE_MS);
      onSign();
      parser.feed(piece.value);
    }
  } finally {
    clearTimeout(watch);
  }
}

function answerIn<Answer>(text: string): StreamAnswer<Answer> {
  // What comes over the stream of an operation is its answers.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(text) as StreamAnswer<Answer>;
}

/** A request that never became a stream is answered as any other, with why. */
function refusal(body: unknown): StreamAnswer<never> {
  const errors = typeof body === "object" && body !== null && "errors" in body && Array.isArray(body.errors) ? body.errors : [];
  return { errors: errors.length === 0 ? [{}] : errors };
}
