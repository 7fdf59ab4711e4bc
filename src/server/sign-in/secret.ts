import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, in letters that an address and a cookie take. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret: it cannot be turned back, and finds what the secret belongs to. */
export function fingerprintOf(secret: string): string {
  return digest(secret).toString("hex");
}

/** Whether two texts are the same, in a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text, "utf8").digest();
}
