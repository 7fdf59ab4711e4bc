/** How long nothing may come, not even a sign of life, before a connection is taken for broken. */
const SILENCE_MS = 45_000;

/** Why the tracker does not answer this board: in its own words, with a code. Asking again does not help. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * Asks one live query over server-sent events, and tells each of its answers, until the tracker ends the stream: then it resolves.
 * The key goes in a header: an address stands in histories, logs and bookmarks.
 */
export async function follow({ tracker, key, query, signal, onAnswer }) {
  const silence = new AbortController();
  let watch = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await fetch(new URL("/graphql", tracker), {
      method: "POST", credentials: "omit", signal: AbortSignal.any([signal, silence.signal]),
      headers: { accept: "text/event-stream", "content-type": "application/json", ...(key === "" ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ query }),
    });
    if (!response.headers.get("content-type")?.startsWith("text/event-stream")) throw await refusal(response);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      clearTimeout(watch);
      watch = setTimeout(() => silence.abort(), SILENCE_MS);
      const events = `${rest}${piece.value}`.split("\n\n");
      rest = events.pop();
      for (const event of events) told(event, onAnswer);
    }
  } finally {
    clearTimeout(watch);
  }
}

function told(event, onAnswer) {
  const lines = event.split("\n");
  if (!lines.includes("event: next")) return;
  const { data, errors, extensions } = JSON.parse(lines.find((line) => line.startsWith("data: ")).slice("data: ".length));
  const [error] = errors ?? [];
  if (data) onAnswer(data, extensions);
  // What ends by itself and may go on in a moment is no refusal.
  else if (error !== undefined && error.extensions?.code !== "SERVER_STOPPING" && error.extensions?.code !== "TOO_SLOW") throw new Refused(error.extensions?.code, error.message);
}

/** What is too much for the tracker just now is tried again; whatever else it refuses stays refused. */
async function refusal(response) {
  const { errors: [error] = [] } = await response.json();
  if (response.status === 429 || response.status >= 500) return new Error(error?.message);
  return new Refused(error?.extensions?.code, error?.message ?? "The tracker refused this.");
}
