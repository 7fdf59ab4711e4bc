import { createHash } from "node:crypto";

/** The entity tag of what is sent, in quotation marks: two with the same tag are the same to the letter (RFC 9110, 8.8.3). */
export function etagOf(sent: string | Uint8Array): string {
  return `"${createHash("sha256").update(sent).digest("base64url")}"`;
}
