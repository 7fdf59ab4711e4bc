import type { IncomingMessage } from "node:http";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import { counted } from "../limits/counted.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";

const decompressions = new Map([
  ["gzip", promisify(gunzip)],
  ["deflate", promisify(inflate)],
  ["br", promisify(brotliDecompress)],
]);

/**
 * Reads the body of a request as JSON, or throws the refusal that answers it. Nothing beyond the limit is kept, and the refusal does not wait
 * for the rest to arrive, as express's own parser does.
 */
export async function readJson(request: IncomingMessage, { bodyKilobytes }: Limits): Promise<unknown> {
  refuseOtherThanJson(request.headers["content-type"] ?? "");
  return jsonIn(await readBytes(request, bodyKilobytes));
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The JSON in some bytes, or the refusal that answers it, thrown. */
function jsonIn(body: Buffer): unknown {
  try {
    const json: unknown = JSON.parse(utf8.decode(body));
    return json;
  } catch {
    throw httpRefusal(400, "MALFORMED_JSON", "The body of this request is not well-formed JSON in UTF-8.");
  }
}

/** Reads the body of a request, or throws the refusal that answers it: nothing beyond so many kilobytes, sent or decompressed, is kept. */
export async function readBytes(request: IncomingMessage, kilobytes: number): Promise<Buffer> {
  const most = kilobytes * 1_024;
  if (Number(request.headers["content-length"] ?? 0) > most) throw tooLarge(kilobytes);
  const sent = await collect(request, most);
  if (sent === undefined) throw tooLarge(kilobytes);
  return decompress(sent, request.headers["content-encoding"], kilobytes);
}

function refuseOtherThanJson(contentType: string): void {
  if (contentType === "application/json") return;
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1] ?? "utf-8";
  if (/^application\/json\s*(;|$)/i.test(contentType) && /^utf-?8$/i.test(charset)) return;
  throw httpRefusal(415, "UNSUPPORTED_MEDIA_TYPE", "The body of a request must be JSON in UTF-8: send it with content-type: application/json.");
}

/** The body as sent, or undefined as soon as it is larger than the most; what follows is let go by. */
function collect(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const take = (piece: Buffer): void => {
      size += piece.length;
      if (size <= most) pieces.push(piece);
      else letGo();
    };
    const letGo = (): void => {
      request.off("data", take);
      request.resume();
      resolve(undefined);
    };
    request.on("data", take);
    request.once("end", () => { resolve(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)); });
    request.once("error", () => { reject(httpRefusal(400, "MALFORMED_JSON", "The body of this request did not arrive whole.")); });
  });
}

async function decompress(sent: Buffer, encoding: string | undefined, kilobytes: number): Promise<Buffer> {
  if (encoding === undefined || encoding.toLowerCase() === "identity") return sent;
  const decompression = decompressions.get(encoding.toLowerCase());
  if (decompression === undefined) {
    throw httpRefusal(415, "UNSUPPORTED_MEDIA_TYPE", "The body of a request may be compressed with gzip, deflate or br, and with nothing else.");
  }
  try {
    return await decompression(sent, { maxOutputLength: kilobytes * 1_024 });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(kilobytes);
    throw httpRefusal(400, "MALFORMED_JSON", "The body of this request could not be decompressed.");
  }
}

function tooLarge(kilobytes: number): Error {
  return httpRefusal(413, "REQUEST_TOO_LARGE", `The body of this request is larger than ${counted(kilobytes)} kB, and at most that is taken.`);
}
