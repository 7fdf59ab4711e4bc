import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file within a zip file, written as it is read. */
export interface Part {
  readonly path: string;
  readonly text: AsyncIterable<string>;
}

/** The same day for all, as a zip file cannot do without one: what is the same is the same to the letter. */
const OPTIONS = { mtime: new Date(Date.UTC(2000, 0, 1, 12)), forceDosTimestamp: true, mode: 0o100644, compressionLevel: 3 };

/**
 * A zip file of parts, sent no faster than it is taken: yazl pulls each part through node's own compression only as far as
 * somebody reads on. Whoever stops reading ends the part that is being written.
 */
export async function* zipped(parts: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const { outputStream } = zip;
  if (!(outputStream instanceof Readable)) throw new Error("This zip library gives out no stream of node's.");
  const writing: { part: Readable | null; stopped: boolean } = { part: null, stopped: false };
  const fail = (error: unknown): void => { outputStream.destroy(error instanceof Error ? error : new Error(String(error))); };
  zip.on("error", fail);
  const filled = fill(zip, parts, writing).catch(fail);
  try {
    for await (const piece of outputStream) yield bytes(piece);
  } finally {
    writing.stopped = true;
    writing.part?.destroy();
    await filled;
  }
}

async function fill(zip: ZipFile, parts: AsyncIterable<Part>, writing: { part: Readable | null; readonly stopped: boolean }): Promise<void> {
  for await (const { path, text } of parts) {
    if (writing.stopped) return;
    writing.part = Readable.from(text, { objectMode: false });
    const written = finished(writing.part);
    zip.addReadStream(writing.part, path, OPTIONS);
    await written;
  }
  zip.end();
}

function bytes(piece: unknown): Uint8Array {
  if (piece instanceof Uint8Array) return piece;
  throw new Error("A zip file is made of bytes.");
}
