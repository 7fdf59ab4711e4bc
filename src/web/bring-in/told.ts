/** What becomes of rows that are sent in, as /openapi.json describes it. */

export interface RowProblem {
  readonly message: string;
  /** The column that it is about; null where it is about the row as a whole. */
  readonly column: string | null;
}

export interface RowVerdict {
  readonly row: number;
  readonly outcome: "CREATED" | "CHANGED" | "UNCHANGED" | "REFUSED";
  /** The record; null where there is none yet. */
  readonly id: string | null;
  readonly problems: readonly RowProblem[];
}

export interface Progress {
  readonly rows: number;
  readonly of: number;
}

export interface Summary {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly written: boolean;
  readonly isRepeat: boolean;
  readonly lastEntry: number | null;
}

/** Why something was refused as a whole. */
export interface Refused {
  readonly code: string;
  readonly message: string;
}

/** One line of an answer. */
export type Told = { readonly progress: Progress } | { readonly summary: Summary } | { readonly error: Refused } | RowVerdict;

/** What is told, line by line, as it comes. */
export async function* toldIn(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Told> {
  const pieces = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) yield toldOf(line);
  }
}

function toldOf(line: string): Told {
  // What the server of these pages tells of rows is this, line by line: a test holds it to its description.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(line) as Told;
}

/** Why a whole request was refused, as the server says it; null where it says nothing. */
export function refusedIn(body: unknown): Refused | null {
  const [first] = typeof body === "object" && body !== null && "errors" in body && Array.isArray(body.errors) ? body.errors.map((error: unknown) => error) : [];
  if (typeof first !== "object" || first === null || !("message" in first) || typeof first.message !== "string") return null;
  const extensions = "extensions" in first ? first.extensions : null;
  const code = typeof extensions === "object" && extensions !== null && "code" in extensions ? extensions.code : null;
  return { code: String(code), message: first.message };
}
