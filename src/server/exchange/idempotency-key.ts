import { httpRefusal } from "../errors/http-refusal.ts";
import type { Arrived } from "./arrived.ts";

/** What a client calls its act, so that it is done once however often it is sent; null where it calls it nothing. */
export function idempotencyKeyOf(request: Arrived): string | null {
  const header = request.headers["idempotency-key"];
  if (header === undefined) return null;
  const key = String(header);
  if (/^[\u0020-\u007e]{1,255}$/.test(key) && key.trim() !== "") return key;
  throw httpRefusal(400, "INVALID_IDEMPOTENCY_KEY", "An Idempotency-Key is 1 to 255 printable characters, such as a UUID. Nothing was changed.");
}
