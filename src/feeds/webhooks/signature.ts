import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/** The headers by which a receiver knows that a message is from here and when it was sent: Standard Webhooks 1.0.0, one signature for each secret. */
export function signedHeaders({ id, body, at, secrets }: { readonly id: string; readonly body: string; readonly at: Date; readonly secrets: readonly string[] }): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1_000));
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": secrets.map((secret) => `v1,${createHmac("sha256", bytesOf(secret)).update(`${id}.${timestamp}.${body}`, "utf8").digest("base64")}`).join(" "),
  };
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}
