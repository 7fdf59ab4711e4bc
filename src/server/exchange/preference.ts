import type { IncomingMessage } from "node:http";
import express from "express";

/** So many headers are remembered, of so many characters: programs send the same few with whatever they ask. */
const MOST = 100;
const LONGEST = 200;

/** Which of some types whoever asks would rather be answered in, as express judges it. */
export class Preference {
  private readonly types: readonly string[];
  private readonly known = new Map<string, string | null>();

  constructor(...types: readonly string[]) {
    this.types = types;
  }

  /** Null where none of them is taken. */
  of(request: IncomingMessage): string | null {
    const accept = request.headers.accept ?? "";
    const known = this.known.get(accept);
    if (known !== undefined) return known;
    const preferred = express.request.accepts.call(request, ...this.types) || null;
    if (this.known.size >= MOST) this.known.clear();
    if (accept.length <= LONGEST) this.known.set(accept, preferred);
    return preferred;
  }
}
