import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { GraphQLError, type ExecutionArgs, type ExecutionResult, type FormattedExecutionResult, type GraphQLFormattedError } from "graphql";
import { CloseCode, type Server } from "graphql-ws";
import type { RawData, WebSocket } from "ws";
import { Exchange, newReference } from "../exchange/exchange.ts";
import { logFault } from "../log/fault-log.ts";
import { statusOf } from "../errors/http-refusal.ts";
import { logRequest } from "../log/logged.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { Visitor } from "../sign-in/who-asks.ts";
import { toldError } from "../errors/tell-errors.ts";
import { clientOf } from "../exchange/client.ts";
import { tooSlow, type Ending } from "./ending.ts";
import { Operation, type Begun, type LiveParts } from "./operation.ts";
import { streamedRequest } from "./request.ts";
import type { Connection, Streams } from "./streams.ts";
import type { Arrived } from "../exchange/arrived.ts";

export interface SocketParts extends LiveParts {
  readonly signIn: SignIn;
  readonly streams: Streams;
}

type Answers = AsyncGenerator<ExecutionResult>;
type BegunRight = Extract<Begun, { readonly name: unknown }>;

/** So many bytes may wait for a client that takes nothing, beside one answer of each operation: pongs and refusals. */
const MOST_WAITING = 1_000_000;

/** How long operations that are ended have to tell why. */
const LAST_WORDS_MS = 1_000;

const answers = new WeakMap<ExecutionArgs, Answers>();

/** The answers to an operation that a conversation has begun: what it is run by leads to nothing else. */
export function answersOf(args: ExecutionArgs): Answers {
  const begun = answers.get(args);
  if (begun === undefined) throw new Error("This operation was not begun.");
  return begun;
}

/** One WebSocket, and what is said over it. */
export class Conversation implements Connection {
  private readonly parts: SocketParts;
  private readonly request: Arrived;
  private readonly response: ServerResponse;
  private readonly running = new Set<AbortController>();
  private who: Visitor | null = null;
  private socket: WebSocket | null = null;
  private isThere = true;
  private isEnding = false;

  constructor(parts: SocketParts, request: Arrived, response: ServerResponse) {
    this.parts = parts;
    this.request = request;
    this.response = response;
  }

  visitor(): Visitor | null {
    return this.who;
  }

  /** Takes what the request itself shows; somebody whose request shows nothing may still say who they are. */
  async readHeaders(): Promise<void> {
    const { signIn } = this.parts;
    const showsAnything = this.request.headers.authorization !== undefined || signIn.cookies.read(this.request, "waymark") !== undefined;
    if (showsAnything) this.who = await signIn.visitor(this.request, this.response);
  }

  /** Takes what is said on connecting. Answers whether whoever says it may go on. */
  async sayWho(authorization: unknown): Promise<boolean> {
    const said = typeof authorization === "string" ? authorization : undefined;
    if (said === undefined && this.who !== null) return true;
    try {
      this.who = await this.parts.signIn.visitor(this.request, this.response, said);
      return true;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      this.socket?.close(closeCodes.get(statusOf(error)) ?? CloseCode.Forbidden, String(error.extensions["code"]));
      return false;
    }
  }

  /** Begins an operation: gives what the protocol runs it by, or why it is refused. */
  async begin(payload: unknown): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { application, streams } = this.parts;
    const stop = new AbortController();
    let leave: (() => void) | null = null;
    try {
      if (this.who === null) throw new Error("Nobody has said who they are.");
      const request = streamedRequest(payload);
      const client = clientOf(this.request, this.who.asker);
      leave = streams.operations.take(client);
      const begun = await new Operation(this.parts, { request, visitor: this.who, client, signal: stop.signal, resumeAfter: null }).begin();
      if ("answers" in begun) {
        const args = { schema: application.schema, document: begun.document, operationName: request.operationName ?? null };
        answers.set(args, this.run(begun, stop, leave));
        return args;
      }
      leave();
      return begun.refused.map((error) => new Told(error));
    } catch (error) {
      leave?.();
      if (!(error instanceof GraphQLError)) throw error;
      return [new Told(toldError(this.parts, error))];
    }
  }

  /** Talks, from now on, until either side ends it. */
  open(socket: WebSocket, protocol: Server<Conversation>): void {
    this.socket = socket;
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        send: async (text) => this.send(socket, text),
        close: (code, reason) => { socket.close(code, reason); },
        onMessage: (take) => { socket.on("message", (data) => { void this.hear(socket, data, take); }); },
      },
      this,
    );
    socket.on("pong", () => { this.isThere = true; });
    // What is wrong with what was sent, ws has answered with a code of its own; it closes, which is heard below.
    socket.on("error", () => {});
    socket.once("close", (code, reason) => {
      for (const stop of this.running) stop.abort();
      closed(code, String(reason)).catch((error: unknown) => { logFault(this.parts.log, newReference(), error); });
    });
  }

  beat(): void {
    const { socket } = this;
    if (socket === null) return;
    if (!this.isThere || socket.bufferedAmount > MOST_WAITING) {
      socket.terminate();
      return;
    }
    this.isThere = false;
    socket.ping();
  }

  end(why: Ending): void {
    if (this.isEnding) return;
    this.isEnding = true;
    for (const stop of this.running) stop.abort(why);
    void this.close(why);
  }

  cut(): void {
    this.socket?.terminate();
  }

  /** Each operation tells why for itself, before the connection goes. */
  private async close(why: Ending): Promise<void> {
    for (const giveUp = Date.now() + LAST_WORDS_MS; this.running.size > 0 && Date.now() < giveUp; ) await pause(10);
    this.socket?.close(endCodes.get(why.code) ?? CloseCode.Forbidden, why.code);
  }

  private async hear(socket: WebSocket, data: RawData, take: (text: string) => Promise<void>): Promise<void> {
    // Whoever asks and never reads is not to fill the memory with what they do not read.
    if (socket.bufferedAmount > MOST_WAITING) {
      socket.terminate();
      return;
    }
    try {
      await take(Buffer.isBuffer(data) ? data.toString("utf8") : "");
    } catch (error) {
      logFault(this.parts.log, newReference(), error);
      socket.close(CloseCode.InternalServerError, "INTERNAL_SERVER_ERROR");
    }
  }

  /** Resolves when it has left this process, or will not any more. A client that does not take it for too long is let go, and last words wait for nobody. */
  private async send(socket: WebSocket, text: string): Promise<void> {
    if (socket.readyState !== socket.OPEN) return;
    await new Promise<void>((resolve) => {
      const stall = setTimeout(() => {
        this.end(tooSlow());
        resolve();
      }, this.parts.limits.streamStallSeconds * 1_000);
      socket.send(text, () => {
        clearTimeout(stall);
        resolve();
      });
      if (!this.isEnding) return;
      clearTimeout(stall);
      resolve();
    });
  }

  /** Whatever ends the answers lets go what is held for them, also where nobody has asked for the first. */
  private run({ answers: told, name }: BegunRight, stop: AbortController, leave: () => void): Answers {
    this.running.add(stop);
    const exchange = new Exchange("STREAMED", "stream");
    exchange.operationName = name;
    const end = (): void => {
      if (!this.running.delete(stop)) return;
      stop.abort();
      leave();
      logRequest(this.parts, exchange, this.response);
    };
    const over = { done: true, value: undefined } as const;
    return {
      next: async () => {
        const step = await told.next();
        if (step.done !== true) {
          exchange.codes = (step.value.result.errors ?? []).map(({ extensions }) => String(extensions?.["code"]));
          return { done: false, value: asMade(step.value.result) };
        }
        end();
        return over;
      },
      return: async () => {
        end();
        await told.return(undefined);
        return over;
      },
      throw: async (error) => {
        end();
        throw error;
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}

/** An error as its client is told it, in the place of one that would be told otherwise. */
class Told extends GraphQLError {
  private readonly formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message, { extensions: formatted.extensions ?? {} });
    this.formatted = formatted;
  }

  override toJSON(): GraphQLFormattedError {
    return this.formatted;
  }
}

/** An answer in the form in which it is made, of which the protocol makes the one that goes out. */
function asMade({ errors, ...result }: FormattedExecutionResult): ExecutionResult {
  return errors === undefined ? result : { ...result, errors: errors.map((error) => new Told(error)) };
}

/** With what a socket is closed on which somebody is refused, by the status that a request would have had. */
const closeCodes = new Map<number, number>([[401, CloseCode.Unauthorized], [403, CloseCode.Forbidden], [429, 1013], [503, 1013]]);

/** With what it is closed from this side: 1013 says to come back in a moment. */
const endCodes = new Map<string, number>([["SERVER_STOPPING", 1001], ["UNAUTHENTICATED", CloseCode.Unauthorized], ["TOO_SLOW", 1013]]);
