/** A name for one act, so that it is done once however often it is sent. Unlike `crypto.randomUUID`, it can be had without https too. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
