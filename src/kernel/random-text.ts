import { randomFillSync } from "node:crypto";

/** So many bytes are asked of the system at once: asking costs as much for a few as for all of them. */
const DRAWN_AHEAD = 4_096;

const drawn = Buffer.alloc(DRAWN_AHEAD);
let given = DRAWN_AHEAD;

/** So many random bytes as text. Nobody is given the same twice, and what was given is not kept here. */
export function randomText(bytes: number, encoding: "base64url" | "hex"): string {
  if (given + bytes > DRAWN_AHEAD) {
    randomFillSync(drawn);
    given = 0;
  }
  const text = drawn.toString(encoding, given, given + bytes);
  drawn.fill(0, given, given + bytes);
  given += bytes;
  return text;
}
