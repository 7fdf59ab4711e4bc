import type { Served } from "./process.ts";

/** What is measured: a server, where it is asked, and how it is asked a question so that its answer is the same. */
export interface System extends Served {
  /** Where questions go, beyond its address. */
  readonly path: string;
  /** What others have worked for it so far, in seconds: the database that it asks. Nobody unless given. */
  readonly behind?: () => number;
  /** Its own wording of a question; the common one unless given. */
  readonly wording?: (shape: string, document: string) => string;
  /** Its answer in the common form; as it is unless given. */
  readonly common?: (shape: string, data: unknown) => unknown;
}

/** The body of a question. */
export function bodyOf(system: Pick<System, "wording">, shape: string, document: string, variables: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ query: system.wording?.(shape, document) ?? document, variables });
}
