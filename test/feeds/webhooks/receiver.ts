import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Webhook } from "standardwebhooks";
import { onTestFinished } from "vitest";
import { z } from "zod";

const zMessage = z.strictObject({
  type: z.string(), timestamp: z.iso.datetime(),
  data: z.object({ id: z.string(), recordType: z.string(), entry: z.number() }).loose(),
});

const zBytes = z.instanceof(Uint8Array);

/** A message as a receiver has it. */
export type Received = z.output<typeof zMessage> & { readonly messageId: string; readonly headers: IncomingMessage["headers"]; readonly text: string };

/** How a receiver answers; what it has read is handed to it. */
export type Answering = (response: ServerResponse, received: Received, nth: number) => void;

export const yes: Answering = (response) => { response.writeHead(204).end(); };
export const says = (status: number, headers: Readonly<Record<string, string>> = {}): Answering => (response) => { response.writeHead(status, headers).end("Some words"); };

/** Somebody's receiver on this machine: it keeps what reaches it, and answers as it is told. */
export class Receiver {
  readonly received: Received[] = [];
  answering: Answering = yes;
  private readonly port: number;

  private constructor(port: number) {
    this.port = port;
  }

  private waiting: { readonly count: number; readonly wake: () => void }[] = [];

  static async open(host = "127.0.0.1", port = 0): Promise<Receiver> {
    let receiver: Receiver | null = null;
    const server = createServer((request, response) => { void receiver?.take(request, response); });
    server.listen(port, host);
    await once(server, "listening");
    receiver = new Receiver(z.object({ port: z.number() }).parse(server.address()).port);
    onTestFinished(() => { server.closeAllConnections(); server.close(); });
    return receiver;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** The messages that reached it, each once, in the order in which they first did. */
  get messages(): Received[] {
    return this.received.filter(({ messageId }, index) => this.received.findIndex((other) => other.messageId === messageId) === index);
  }

  /** Resolves once so many messages have reached it. */
  async reached(count: number): Promise<void> {
    if (this.received.length < count) await new Promise<void>((wake) => { this.waiting.push({ count, wake }); });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(zBytes.parse(chunk)));
    const text = Buffer.concat(chunks).toString("utf8");
    const received = { ...zMessage.parse(JSON.parse(text)), messageId: String(request.headers["webhook-id"]), headers: request.headers, text };
    this.received.push(received);
    for (const { wake } of this.waiting.filter(({ count }) => count <= this.received.length)) wake();
    this.answering(response, received, this.received.length);
  }
}

/** Whether the library that receivers have takes a message for one that was signed with a secret. Its clock is this machine's. */
export function isSigned(secret: string, { text, headers }: Received): boolean {
  try {
    new Webhook(secret).verify(text, { "webhook-id": String(headers["webhook-id"]), "webhook-timestamp": String(headers["webhook-timestamp"]), "webhook-signature": String(headers["webhook-signature"]) });
    return true;
  } catch {
    return false;
  }
}
