import type { HTTPGraphQLResponse } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { Compiled } from "../../api/compiled.ts";
import { headersFor } from "../cost/budgets.ts";
import type { Prices } from "../cost/prices.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Found } from "../exchange/found.ts";
import { answerPieces } from "../kept/answer-text.ts";
import type { AnswerData, Encoded, KeptAnswers } from "../kept/kept-answers.ts";
import type { Limits } from "../limits/limits.ts";
import { variablesRefused } from "../limits/over-limit.ts";
import { logFault } from "../log/fault-log.ts";
import type { Log } from "../log/log.ts";
import type { SentQuery } from "./sent-query.ts";

/** A query that was understood, and the type of its answers. */
interface Understood extends Found {
  readonly type: string;
}

/** An answer as Apollo gives it, of which what is kept is not put into one text with the rest. */
export interface AnswerInPieces {
  readonly status: undefined;
  readonly headers: Map<string, string>;
  readonly body: { readonly kind: "pieces"; readonly pieces: readonly Encoded[] };
}

export interface UnderstoodParts {
  readonly limits: Limits;
  readonly prices: Prices;
  readonly kept: KeptAnswers;
  readonly compiled: Compiled;
  readonly log: Log;
}

/** So many are remembered; what was asked longest ago goes first. With each stay its document, and what was compiled of it. */
const MOST = 300;

/**
 * Queries that Apollo has read, found right and answered. Whether they may be asked and how they are answered depends on nothing but their wording: they are
 * not read again, whatever their variables. Who asks has been judged each time before, and variables, cost, moment and what is kept are here; what cannot be
 * answered here, as something is wrong with it, is answered by Apollo.
 */
export class UnderstoodQueries {
  private readonly parts: UnderstoodParts;
  private readonly known = new Map<string, Understood>();

  constructor(parts: UnderstoodParts) {
    this.parts = parts;
  }

  /** To be told of what Apollo has answered. */
  learn(sent: SentQuery | null, { found, codes }: Exchange, { headers, status = 200 }: HTTPGraphQLResponse): void {
    const type = headers.get("content-type");
    // What is asked rightly may still be asked for in a type that is not given.
    if (sent === null || type === undefined || status !== 200 || found?.operation.operation !== OperationTypeNode.QUERY || codes.length > 0) return;
    // What was known and Apollo answered nevertheless takes nobody's place.
    this.known.delete(sent.wording);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST) this.known.delete(oldest);
    this.known.set(sent.wording, { ...found, type });
  }

  /** As Apollo would answer; null where it is to answer itself. */
  async answer({ wording, variables, isTagged }: SentQuery, exchange: Exchange, context: () => Promise<object>): Promise<AnswerInPieces | null> {
    const understood = this.known.get(wording);
    if (understood === undefined) return null;
    this.known.delete(wording);
    this.known.set(wording, understood);
    const answered = await this.dataFor(understood, variables, exchange, context);
    if (answered === null || exchange.cost === undefined) return null;
    const { data, isKept } = answered;
    exchange.kind = "query";
    exchange.found = understood;
    exchange.operation = understood.operation.name?.value;
    const headers = new Map([["content-type", understood.type], ...Object.entries(headersFor(exchange.cost))]);
    if (isTagged && isKept) headers.set("etag", this.parts.kept.tagOf(data));
    return { status: undefined, headers, body: { kind: "pieces", pieces: answerPieces(data, { cost: exchange.cost, ...exchange.extensions() }, this.parts.kept) } };
  }

  /** What is answered, and whether it stays the same until something is recorded. */
  private async dataFor({ document, operation }: Understood, variables: SentQuery["variables"], exchange: Exchange, context: () => Promise<object>): Promise<{ readonly data: AnswerData; readonly isKept: boolean } | null> {
    const { limits, prices, kept, compiled } = this.parts;
    try {
      const contextValue = await context();
      if (variablesRefused(variables, operation, limits) !== undefined) return null;
      prices.charge(exchange, { document, operation }, variables);
      await exchange.prepare(contextValue, operation, variables);
      const standing = kept.isKept({ document, operation }) ? exchange.standing() : null;
      const question = { document, operationName: operation.name?.value, variables };
      const place = standing === null ? null : kept.placeOf(question, standing);
      const before = place === null ? undefined : kept.find(place);
      if (before !== undefined) return { data: before, isKept: true };
      const data = await compiled.answer({ ...question, contextValue });
      exchange.isForGraphqlJs = data === null;
      if (data === null) return null;
      if (place !== null) kept.keep(place, data);
      return { data, isKept: standing !== null };
    } catch (error) {
      // Whatever stands in the way stands in Apollo's way too, and it says what.
      if (!(error instanceof GraphQLError)) logFault(this.parts.log, exchange.reference, error);
      return null;
    }
  }
}
