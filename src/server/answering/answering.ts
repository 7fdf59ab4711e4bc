import { OperationTypeNode, type GraphQLError } from "graphql";
import type { Compiled } from "../../api/compiled.ts";
import { headersFor } from "../cost/budgets.ts";
import type { Prices } from "../cost/prices.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Admitted, Variables } from "../exchange/admitted.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Validated } from "../exchange/validated.ts";
import type { AnswerData, KeptAnswers } from "../kept/kept-answers.ts";
import type { Limits } from "../limits/limits.ts";
import { variablesRefused } from "../limits/over-limit.ts";

/** What is said beside the data of an answer. */
export interface Beside {
  readonly extensions: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
}

export interface AnsweringParts {
  readonly limits: Limits;
  readonly prices: Prices;
  readonly kept: KeptAnswers;
  readonly compiled: Compiled;
}

/** The way from a validated operation to its data, whether Apollo has read it just now or before. */
export class Answering {
  private readonly parts: AnsweringParts;

  constructor(parts: AnsweringParts) {
    this.parts = parts;
  }

  /** Admits what an exchange asks, or refuses it: once, whoever asks first. What was refused is refused again in the same words, and nothing is paid twice. */
  async admit(exchange: Exchange, validated: Validated, variables: Variables, contextValue: object): Promise<Admitted> {
    if (exchange.admitted !== undefined) return exchange.admitted;
    if (exchange.refusal !== undefined) throw exchange.refusal;
    const { limits, prices, kept } = this.parts;
    const { document, operation } = validated;
    exchange.kind = operation.operation;
    exchange.validated = validated;
    try {
      const refusal = variablesRefused(variables, operation, limits) ?? wayRefused(exchange, operation.operation);
      if (refusal !== undefined) throw refusal;
      prices.charge(exchange, validated, variables);
      await exchange.prepare(contextValue, operation, variables);
      const circumstances = kept.isKept(validated) ? exchange.circumstances() : null;
      const place = circumstances === null ? null : kept.placeOf(validated, variables, circumstances);
      exchange.admitted = { document, operation, variables, contextValue, place, isLasting: circumstances !== null, isTried: false, isTold: false };
      return exchange.admitted;
    } catch (error) {
      exchange.refusal = error;
      throw error;
    }
  }

  /** The data of an operation, from what is kept or what is compiled; null where graphql-js is to execute it, or has to say what is wrong with it. */
  async dataOf(admitted: Admitted): Promise<AnswerData | null> {
    if (admitted.isTried) return null;
    admitted.isTried = true;
    const { place, document, operation, variables, contextValue } = admitted;
    const before = place === null ? undefined : this.parts.kept.find(place);
    if (before !== undefined) {
      admitted.isTold = true;
      return before;
    }
    const data = await this.parts.compiled.answer({ document, operationName: operation.name?.value, variables, contextValue });
    if (data !== null) this.keep(admitted, data);
    return data;
  }

  /** To be told of the data of every answer without errors, whoever has made it. */
  keep(admitted: Admitted, data: AnswerData): void {
    if (admitted.place !== null && !admitted.isTold) this.parts.kept.keep(admitted.place, data);
    admitted.isTold = true;
  }

  /** By which whoever asks may tell whether it is still the same; undefined where it is not known how long it stays so. */
  tagOf(admitted: Admitted, data: AnswerData): string | undefined {
    return admitted.isLasting ? this.parts.kept.tagOf(data) : undefined;
  }

  beside(exchange: Exchange): Beside {
    const { cost } = exchange;
    return cost === undefined ? { extensions: exchange.extensions(), headers: {} } : { extensions: { cost, ...exchange.extensions() }, headers: headersFor(cost) };
  }
}

/** Refuses what is sent in a way in which it is not answered. */
function wayRefused({ delivery, isReadOnly }: Exchange, operation: OperationTypeNode): GraphQLError | undefined {
  if (operation === OperationTypeNode.SUBSCRIPTION && delivery === "ONCE") {
    return httpRefusal(406, "STREAM_NEEDED", "A subscription is told over a stream: send it with Accept: text/event-stream, or over a WebSocket.");
  }
  if (operation !== OperationTypeNode.MUTATION) return undefined;
  if (delivery !== "ONCE") return httpRefusal(400, "NOT_OVER_A_STREAM", "A mutation is not taken over a stream. Nothing was changed. Send it by POST as any other request.");
  return isReadOnly ? httpRefusal(403, "READ_ONLY", "A key that is sent as a password only reads. Nothing was changed. Send it as a bearer token to change something.") : undefined;
}
