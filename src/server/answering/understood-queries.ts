import type { HTTPGraphQLResponse } from "@apollo/server";
import { GraphQLError, OperationTypeNode } from "graphql";
import type { Exchange } from "../exchange/exchange.ts";
import type { Validated } from "../exchange/validated.ts";
import type { KeptAnswers } from "../kept/kept-answers.ts";
import { logFault } from "../log/fault-log.ts";
import type { Log } from "../log/log.ts";
import { answerPieces } from "../sending/answer-text.ts";
import type { AnswerInPieces } from "../sending/send.ts";
import type { Answering } from "./answering.ts";
import type { SentQuery } from "./sent-query.ts";

/** A query that was understood, and the type of its answers. */
interface Understood extends Validated {
  readonly type: string;
}

export interface UnderstoodParts {
  readonly answering: Answering;
  readonly kept: KeptAnswers;
  readonly log: Log;
}

/** So many are remembered; what was asked longest ago goes first. With each stay its document, and what was compiled of it. */
const MOST = 300;

/**
 * Queries that Apollo has read, found right and answered. Whether they may be asked and how they are answered depends on nothing but their wording: they are
 * not read again, whatever their variables. Who asks has been judged each time before, and the rest is on the way that all take (`Answering`); what cannot be answered, as
 * something is wrong with it, is answered by Apollo.
 */
export class UnderstoodQueries {
  private readonly parts: UnderstoodParts;
  private readonly known = new Map<string, Understood>();
  private newest: Understood | undefined;

  constructor(parts: UnderstoodParts) {
    this.parts = parts;
  }

  /** To be told of what Apollo has answered. */
  learn(sent: SentQuery | null, { validated, codes }: Exchange, { headers, status = 200 }: HTTPGraphQLResponse): void {
    const type = headers.get("content-type");
    // What is asked rightly may still be asked for in a type that is not given.
    if (sent === null || type === undefined || status !== 200 || validated?.operation.operation !== OperationTypeNode.QUERY || codes.length > 0) return;
    // What was known and Apollo answered nevertheless takes nobody's place.
    this.known.delete(sent.wording);
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST) this.known.delete(oldest);
    this.moveToEnd(sent.wording, { ...validated, type });
  }

  private moveToEnd(wording: string, understood: Understood): void {
    if (this.newest === understood) return;
    this.newest = understood;
    this.known.delete(wording);
    this.known.set(wording, understood);
  }

  /** As Apollo would answer; null where it is to answer itself. */
  async answer({ wording, variables, isTagged }: SentQuery, exchange: Exchange, context: () => Promise<object>): Promise<AnswerInPieces | null> {
    const understood = this.known.get(wording);
    if (understood === undefined) return null;
    this.moveToEnd(wording, understood);
    const { answering, kept, log } = this.parts;
    try {
      const admitted = await answering.admit(exchange, understood, variables, await context());
      const data = await answering.dataOf(admitted);
      if (data === null) return null;
      exchange.operationName = understood.operation.name?.value;
      const beside = answering.beside(exchange);
      const headers = new Map([["content-type", understood.type], ...Object.entries(beside.headers)]);
      const tag = isTagged ? answering.tagOf(admitted, data) : undefined;
      if (tag !== undefined) headers.set("etag", tag);
      return { status: undefined, headers, body: { kind: "pieces", pieces: answerPieces(data, beside.extensions, kept) } };
    } catch (error) {
      // Whatever stands in the way of being admitted stands in Apollo's way too, and it says what; what is compiled it does not ask again.
      if (exchange.admitted !== undefined && !(error instanceof GraphQLError)) logFault(log, exchange.reference, error);
      return null;
    }
  }
}
