import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { z } from "zod";
import { LiveEvent } from "../../../src/api/changes/live.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import type { StubContext } from "../support.ts";

/** An event as it stood in a stream. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) })).optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

export type StreamAnswer = z.output<typeof answer>;

export interface Asking {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A stream as it arrives, piece by piece; let go when the test is finished. */
export class EventReader {
  readonly response: Response;
  /** Everything that has arrived, comments included. */
  text = "";
  private readonly stop: AbortController;
  private readonly pieces: AsyncIterator<Uint8Array>;
  private rest = "";

  private constructor(response: Response, stop: AbortController) {
    this.response = response;
    this.stop = stop;
    if (response.body === null) throw new Error("Nothing is streamed.");
    this.pieces = response.body[Symbol.asyncIterator]();
  }

  static async open(server: RunningServer, { query, variables, headers }: Asking): Promise<EventReader> {
    const stop = new AbortController();
    onTestFinished(() => { stop.abort(); });
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST", signal: stop.signal, body: JSON.stringify({ query, variables }), headers: { "content-type": "application/json", accept: "text/event-stream", ...headers },
    });
    return new EventReader(response, stop);
  }

  /** The next event; null where the stream has ended. */
  async next(): Promise<StreamEvent | null> {
    for (;;) {
      const end = this.rest.indexOf("\n\n");
      if (end !== -1) {
        const lines = this.rest.slice(0, end).split("\n");
        this.rest = this.rest.slice(end + 2);
        const field = (name: string): string | null => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? null;
        const event = field("event");
        if (event !== null) return { event, id: field("id"), data: field("data") ?? "" };
      } else if (!(await this.more())) return null;
    }
  }

  /** What the next event answers; an event that answers nothing fails the test. */
  async answer(): Promise<StreamAnswer> {
    const event = await this.next();
    if (event?.event !== "next") throw new Error(`There is no answer, but ${event?.event ?? "the end"}.`);
    return answer.parse(JSON.parse(event.data));
  }

  /** Resolves once the stream has begun: from then on nothing is missed. */
  async answered(): Promise<void> {
    while (this.text === "" && (await this.more()));
  }

  /** The code of the error in the next event. */
  async code(): Promise<string | undefined> {
    return (await this.answer()).errors?.[0]?.extensions.code;
  }

  close(): void {
    this.stop.abort();
  }

  private async more(): Promise<boolean> {
    const piece = await this.pieces.next();
    if (piece.done === true) return false;
    const text = Buffer.from(piece.value).toString("utf8");
    this.text += text;
    this.rest += text;
    return true;
  }
}

/** Ticks that a test gives when it likes. */
export class Ticker {
  /** How many have been taken from it. */
  taken = 0;
  /** How many streams have it as their source. */
  followers = 0;
  private readonly waiting: LiveEvent[] = [];
  private wake = new EventTarget();

  give(...words: readonly string[]): void {
    for (const word of words) this.waiting.push(new LiveEvent(`after-${word}`, word));
    this.wake.dispatchEvent(new Event("given"));
  }

  readonly source = async function* (this: Ticker, { stream }: StubContext): AsyncGenerator<LiveEvent> {
    if (stream === null) throw new Error("There is no stream.");
    this.followers += 1;
    try {
      while (!stream.signal.aborted) {
        const event = this.waiting[this.taken];
        if (event === undefined) await Promise.race([once(this.wake, "given"), once(stream.signal, "abort")]);
        else {
          this.taken += 1;
          yield event;
        }
      }
    } finally {
      this.followers -= 1;
    }
  }.bind(this);
}

/** Tells a server that what it has answered may read otherwise now. */
export class Touch {
  private readonly target = new EventTarget();
  /** How many live queries wait. */
  waiting = 0;

  touch(): void {
    this.target.dispatchEvent(new Event("touch"));
  }

  readonly touched = async (_entry: number, signal: AbortSignal): Promise<void> => {
    this.waiting += 1;
    if (!signal.aborted) await Promise.race([once(this.target, "touch"), once(signal, "abort")]);
    this.waiting -= 1;
  };
}

/** A little while, in which nothing is to happen. */
export async function aWhile(): Promise<void> {
  await setTimeout(300);
}
