import { hash, randomBytes } from "node:crypto";

/** What a key or an address is made of: the secret, which is shown once, and what is kept of it. */
export interface Secret {
  readonly secret: string;
  readonly prefix: string;
  readonly fingerprint: string;
}

/** A new secret, of 256 random bits, that begins with what tells people and programs what it is for. */
export function newSecret(mark = "wmk"): Secret {
  const secret = `${mark}_${randomBytes(32).toString("base64url")}`;
  return { secret, prefix: secret.slice(0, 8), fingerprint: fingerprintOf(secret) };
}

export function fingerprintOf(secret: string): string {
  return hash("sha256", secret, "hex");
}
