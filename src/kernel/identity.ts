import { hash } from "node:crypto";
import { refusal } from "./problem.ts";
import { quoted } from "./quoted.ts";

/** Crockford's base 32, without the letters i, l, o and u, which are misread. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** `ms_0123456789abcdef`: two letters for the kind, then eighty bits. */
const form = /^([a-z]{2})_[0-9a-hjkmnp-tv-z]{16}$/;

/** An id that is always the same for the same prefix and seed. */
export function newId(prefix: string, seed: string): string {
  // As text of one letter for each byte: that is had for a third of what a list of bytes costs.
  const digest = hash("sha256", seed, "binary");
  let id = `${prefix}_`;
  for (let place = 0; place < 16; place += 1) id += letterFor(digest.charCodeAt(place));
  if (isId(id)) return id;
  throw new RangeError(`The prefix of an id is two lowercase letters, not ${quoted(prefix)}.`);
}

export function isId(value: unknown, prefix?: string): value is string {
  if (typeof value !== "string") return false;
  const found = form.exec(value)?.[1];
  return found !== undefined && (prefix === undefined || found === prefix);
}

/** The two letters that say what kind of record an id is of. */
export function prefixOf(id: string): string {
  const prefix = form.exec(id)?.[1];
  if (prefix !== undefined) return prefix;
  throw refusal("INVALID_ID", `${quoted(id)} is not an id. Ids look like ms_0123456789abcdef.`);
}

/** Five bits of each of sixteen bytes: as even as the digest itself. */
function letterFor(byte: number): string {
  return alphabet.charAt(byte % alphabet.length);
}
