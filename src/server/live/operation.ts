import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { HeaderMap, type ApolloServer, type HTTPGraphQLRequest } from "@apollo/server";
import { createSourceEventStream, OperationTypeNode, type DocumentNode, type FormattedExecutionResult, type GraphQLFormattedError } from "graphql";
import { LiveDirective, LiveEvent } from "../../api/changes/live.ts";
import type { Application, OpenContext, Stream } from "../application.ts";
import { PRICE, type Budgets } from "../cost/budgets.ts";
import type { Exchanges } from "../exchange/exchanges.ts";
import { Exchange, type Delivery } from "../exchange/exchange.ts";
import type { Limits } from "../limits/limits.ts";
import type { Visitor } from "../sign-in/who-asks.ts";
import { release, type Records } from "../log/logged.ts";
import { toldError } from "../errors/tell-errors.ts";
import { Ending } from "./ending.ts";
import type { StreamedRequest } from "./request.ts";
import type { Turns } from "./turns.ts";

export interface LiveParts extends Records {
  readonly apollo: ApolloServer;
  readonly application: Application;
  readonly exchanges: Exchanges;
  readonly budgets: Budgets;
  readonly limits: Limits;
  readonly turns: Turns;
}

/** One answer of several, and the cursor by which to go on behind it, where it has one. */
export interface Answer {
  readonly result: FormattedExecutionResult;
  readonly cursor: string | null;
}

/** What came of an operation that was sent over a stream: it is refused as a whole, or answered. */
export type Begun =
  | { readonly refused: readonly GraphQLFormattedError[] }
  | { readonly document: DocumentNode; readonly name: string | undefined; readonly answers: AsyncGenerator<Answer> };

/** What came of one execution. */
interface Executed {
  readonly result: FormattedExecutionResult;
  /** The entry at which it was read; none where nothing could be read. */
  readonly entry: number | undefined;
  readonly validated: Exchange["validated"];
}

/** How long a live query waits for more to happen, once something has. */
const TOGETHER_MS = 100;

/**
 * An operation over a stream. Each of its answers, also to what a subscription tells, is made by Apollo as if it were a request
 * of its own: at the head of its time, with the rights of its time, under the same limits, and nothing is held in between.
 */
export class Operation {
  private readonly parts: LiveParts;
  private readonly request: StreamedRequest;
  private readonly visitor: Visitor;
  private readonly client: string;
  private readonly signal: AbortSignal;
  private readonly resumeAfter: string | null;

  constructor(parts: LiveParts, { request, visitor, client, signal, resumeAfter }: { request: StreamedRequest; visitor: Visitor; client: string; signal: AbortSignal; resumeAfter: string | null }) {
    this.parts = parts;
    this.request = request;
    this.visitor = visitor;
    this.client = client;
    this.signal = signal;
    this.resumeAfter = resumeAfter;
  }

  async begin(): Promise<Begun> {
    const first = await this.execute("OPENING", null);
    const { validated } = first;
    if (validated === undefined || first.result.data === undefined) return { refused: first.result.errors ?? [] };
    const { document, operation } = validated;
    const name = operation.name?.value;
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const source = await this.source(document);
      return "errors" in source ? { refused: source.errors } : { document, name, answers: this.toTheEnd(this.told(source.events)) };
    }
    const isLive = operation.directives?.some((directive) => directive.name.value === LiveDirective.name) === true;
    return { document, name, answers: this.toTheEnd(isLive ? this.rerun([first]) : once([first])) };
  }

  /** What a subscription tells, as it happens. */
  private async *told(events: AsyncIterable<unknown>): AsyncGenerator<Answer> {
    for await (const event of events) {
      if (!(event instanceof LiveEvent)) throw new Error("The source of a subscription gives events.");
      const { result } = await this.execute("STREAMED", event);
      const isTold = result.data !== null && result.data !== undefined;
      yield { result, cursor: isTold ? event.cursor : null };
      // What could not be told is told behind the last cursor, once the client has come back.
      if (!isTold) return;
    }
  }

  /** The answers to a query that is asked again whenever what it read may have changed: those that differ from the one before. An answer that has gone out is not kept. */
  private async *rerun(made: Executed[]): AsyncGenerator<Answer> {
    let [entry, last] = [0, ""];
    for (let next = made.shift(); next !== undefined && !this.signal.aborted; next = made.shift()) {
      // What could not be read at all is asked again in a moment.
      entry = next.entry ?? entry;
      const { result } = next;
      const essence = essenceOf(result);
      if (essence !== last) yield { result, cursor: null };
      last = essence;
      if (isSignedOut(result)) return;
      await this.touched(entry);
      if (!this.signal.aborted) made.push(await this.execute("STREAMED", null));
    }
  }

  private async touched(entry: number): Promise<void> {
    await this.parts.application.touched(entry, this.signal);
    await pause(TOGETHER_MS, undefined, { ref: false });
  }

  /** The answers, and last of all why they end, where that is not for the client to know. */
  private async *toTheEnd(answers: AsyncGenerator<Answer>): AsyncGenerator<Answer> {
    try {
      yield* answers;
    } catch (error) {
      yield { result: { errors: [toldError(this.parts, error)] }, cursor: null };
      return;
    }
    const reason: unknown = this.signal.reason;
    if (reason instanceof Ending) yield { result: { errors: [toldError(this.parts, reason)] }, cursor: null };
  }

  /** Where a subscription has its events from. */
  private async source(document: DocumentNode): Promise<{ readonly events: AsyncIterable<unknown> } | { readonly errors: readonly GraphQLFormattedError[] }> {
    const { operationName = null, variables: variableValues } = this.request;
    const exchange = new Exchange("STREAMED");
    try {
      const contextValue = exchange.hold(await this.open(null));
      const source = await createSourceEventStream({ schema: this.parts.application.schema, document, contextValue, operationName, variableValues });
      if (Symbol.asyncIterator in source) return { events: source };
      return { errors: (source.errors ?? []).map((error) => toldError(this.parts, error)) };
    } catch (error) {
      return { errors: [toldError(this.parts, error)] };
    } finally {
      release(exchange, this.parts.log);
    }
  }

  private async execute(delivery: Delivery, event: LiveEvent | null): Promise<Executed> {
    const { apollo, exchanges, budgets, log, turns } = this.parts;
    return turns.take(async () => {
      const exchange = new Exchange(delivery);
      const http: HTTPGraphQLRequest = { method: "POST", headers: new HeaderMap(), search: "", body: undefined };
      exchange.isReadOnly = this.visitor.asker?.isReadOnly === true;
      // What is told later was paid for at the beginning.
      if (delivery === "OPENING") exchange.client = this.client;
      try {
        if (exchange.client !== undefined) exchange.cost = budgets.spend(exchange.client, PRICE.request);
        const contextValue = exchange.hold(await this.open(event));
        const { body } = await exchanges.during(http, exchange, async () => apollo.executeOperation({ ...this.request, http }, { contextValue }));
        return { result: body.kind === "single" ? body.singleResult : body.initialResult, entry: exchange.entry(), validated: exchange.validated };
      } catch (error) {
        return { result: { errors: [toldError(this.parts, error)] }, entry: undefined, validated: exchange.validated };
      } finally {
        release(exchange, log);
      }
    });
  }

  private async open(event: LiveEvent | null): Promise<OpenContext> {
    const { application, limits, turns } = this.parts;
    const deadline = (): number => performance.now() + limits.operationSeconds * 1_000;
    const stream: Stream = { signal: this.signal, resumeAfter: this.resumeAfter, deadline, inTurn: async (work) => turns.take(work) };
    return application.openContext({ asker: this.visitor.asker, key: null, deadline: deadline(), stream, ...(event === null ? {} : { event }) });
  }
}

async function* once(made: Executed[]): AsyncGenerator<Answer> {
  for (const { result } of made.splice(0)) yield { result, cursor: null };
}

/** A short text that is the same for answers that say the same: without what every answer has anew, and without the reference under which a fault is logged. */
function essenceOf({ data, errors }: FormattedExecutionResult): string {
  return createHash("sha256").update(JSON.stringify([data, errors?.map(({ path, extensions }) => [path, extensions?.["code"]])])).digest("base64");
}

function isSignedOut({ errors }: FormattedExecutionResult): boolean {
  return errors?.some(({ extensions }) => extensions?.["code"] === "UNAUTHENTICATED") === true;
}
