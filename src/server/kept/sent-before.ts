import type { IncomingMessage } from "node:http";
import { HeaderMap, type HTTPGraphQLResponse } from "@apollo/server";
import { headersFor, type Budgets } from "../cost/budgets.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { answerPieces } from "./answer-text.ts";
import type { AnswerData, Encoded, KeptAnswers, Question } from "./kept-answers.ts";

/** What a request was found to ask. */
interface Sent {
  readonly question: Question;
  /** The operation's name. */
  readonly operation: string | undefined;
  /** What it costs, in points. */
  readonly points: number;
  /** The type of its answer. */
  readonly type: string;
  readonly isTagged: boolean;
}

/** An answer as Apollo gives it, of which what is kept is not put into one text with the rest. */
export interface AnswerInPieces extends Pick<HTTPGraphQLResponse, "headers" | "status"> {
  readonly body: { readonly kind: "pieces"; readonly pieces: readonly Encoded[] };
}

/** So many requests are remembered, of so many letters each; what was met first goes first. */
const MOST = 1_000;
const LONGEST = 4_000;

/**
 * Requests that Apollo answered with what was kept, and that are sent again to the letter, as whoever polls sends them. What they ask, that it
 * may be asked and what it costs depend on nothing else: they are not read again while an answer to them is kept. Who asks, from
 * which entry and with how much left has been judged each time before, and what cannot be answered here is answered by Apollo.
 */
export class SentBefore {
  private readonly kept: KeptAnswers;
  private readonly budgets: Budgets;
  private readonly known = new Map<string, Sent>();

  constructor(kept: KeptAnswers, budgets: Budgets) {
    this.kept = kept;
    this.budgets = budgets;
  }

  find(wording: string | null): Sent | undefined {
    return wording === null ? undefined : this.known.get(wording);
  }

  /** To be told of what Apollo has answered. */
  remember(wording: string | null, { again: question, operation, cost }: Exchange, { headers }: HTTPGraphQLResponse): void {
    const type = headers.get("content-type");
    if (wording === null || question === undefined || cost === undefined || type === undefined) return;
    // After each entry Apollo answers once more what is known already, and it takes nobody's place.
    this.known.delete(wording);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST) this.known.delete(oldest);
    this.known.set(wording, { question, operation, points: cost.requested, type, isTagged: headers.has("etag") });
  }

  /** What is kept for it, as Apollo would answer; null where nothing is, or it is not to be answered: then Apollo says why. */
  async answer({ question, operation, points, type, isTagged }: Sent, exchange: Exchange, context: () => Promise<object>): Promise<AnswerInPieces | null> {
    const data = await this.dataFor(question, points, exchange, context);
    if (data === undefined || exchange.cost === undefined) return null;
    exchange.kind = "query";
    exchange.operation = operation;
    const headers = new HeaderMap([["content-type", type], ...Object.entries(headersFor(exchange.cost))]);
    if (isTagged) headers.set("etag", this.kept.tagOf(data));
    return { headers, body: { kind: "pieces", pieces: answerPieces(data, { cost: exchange.cost, ...exchange.extensions() }, this.kept) } };
  }

  private async dataFor(question: Question, points: number, exchange: Exchange, context: () => Promise<object>): Promise<AnswerData | undefined> {
    try {
      await context();
      const standing = exchange.standing();
      const data = standing === null ? undefined : this.kept.look(question, standing);
      if (data !== undefined) exchange.pay(this.budgets, points);
      return data;
    } catch {
      // Whatever stands in the way stands in Apollo's way too.
      return undefined;
    }
  }
}

/** All of a request by which is judged what it asks and how it is answered; null where that is too long to be remembered. */
export function wordingOf({ method, url, headers }: IncomingMessage, body: Buffer | null): string | null {
  if ((body?.length ?? 0) > LONGEST) return null;
  const wording = [method, url, headers.accept, headers["content-type"], headers["x-apollo-operation-name"], headers["apollo-require-preflight"], body?.toString("latin1")].join("\n");
  return wording.length > LONGEST ? null : wording;
}
