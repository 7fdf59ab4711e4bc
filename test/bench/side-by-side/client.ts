import { Agent, request } from "node:http";

/** Sends a body again and again over connections that stay open, with as little work of its own as there can be. */
export class Client {
  private readonly agent: Agent;
  private readonly address: URL;

  constructor(url: string, connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.address = new URL(url);
  }

  /** The text of the answer. What is not answered with 200 ends the benchmark. */
  async ask(body: string, headers: Readonly<Record<string, string>> = {}): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(this.address, { agent: this.agent, method: "POST", headers: { "content-type": "application/json", accept: "application/json", "content-length": String(Buffer.byteLength(body)), ...headers } }, (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(pieces).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${this.address.href} answered ${response.statusCode}: ${text.slice(0, 500)}`));
        });
      });
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // A server ends a connection that nobody used for a while, and what was on its way then was not read: it is sent again.
        if (sent.reusedSocket && error.code === "ECONNRESET") resolve(this.ask(body, headers));
        else reject(error);
      });
      sent.end(body);
    });
  }

  end(): void {
    this.agent.destroy();
  }
}
