import type { OperationDefinitionNode } from "graphql";
import { randomText } from "../../kernel/random-text.ts";
import type { OpenContext } from "../application.ts";
import { PRICE, type Budgets, type CostTold } from "../cost/budgets.ts";
import { refusedWhole } from "../errors/errors.ts";
import type { Admitted } from "./admitted.ts";
import type { Circumstances } from "../kept/kept-answers.ts";
import type { Validated } from "./validated.ts";

/** Short enough to be read out over the telephone. */
export function newReference(): string {
  return randomText(5, "hex");
}

/** How an answer goes out: once; as the first over a stream, for which a subscription is only judged; or as one more over it. */
export type Delivery = "ONCE" | "OPENING" | "STREAMED";

/** What a request asks for: of the graph, once it is found to be asked rightly. */
export type RequestKind = "query" | "mutation" | "subscription" | "unread" | "stream" | "download" | "calendar" | "import";

/** One request and its answer, from arrival until nothing is held for it any more. */
export class Exchange {
  readonly delivery: Delivery;
  kind: RequestKind;
  /** What is asked, once it is found to be asked rightly; it may be refused for all that. */
  validated: Validated | undefined;
  /** The same once it is admitted, or else why it is not: judged once, whoever answers. */
  admitted: Admitted | undefined;
  refusal: unknown;
  /** The operation's name: of the document, so letters, digits and underscores only. */
  operationName: string | undefined;
  /** Whose points it costs; undefined where it was paid for before. */
  client: string | undefined;
  /** What it cost until now, and what its client has left. */
  cost: CostTold | undefined;
  /** Codes of the errors in the answer. */
  codes: readonly string[] = [];
  /** Whether who asks may only read, whatever else they may. */
  isReadOnly = false;
  private opened: OpenContext | undefined;
  private ownReference: string | undefined;
  private readonly arrivedAt = performance.now();

  constructor(delivery: Delivery = "ONCE", kind: RequestKind = "unread") {
    this.delivery = delivery;
    this.kind = kind;
  }

  /** Under what it stands in the log. */
  get reference(): string {
    return (this.ownReference ??= newReference());
  }

  get milliseconds(): number {
    return performance.now() - this.arrivedAt;
  }

  deadlineAfter(seconds: number): number {
    return this.arrivedAt + seconds * 1_000;
  }

  /** The context that resolvers are given, once it is open. */
  get held(): object | undefined {
    return this.opened?.value;
  }

  /** Holds what was opened until `release`. */
  hold(opened: OpenContext): object {
    this.opened = opened;
    return opened.value;
  }

  /** Takes from its client what it costs, or refuses it. The request itself was paid for as it came. */
  pay(budgets: Budgets, points: number): void {
    if (this.client !== undefined) this.cost = { ...budgets.spend(this.client, points - PRICE.request), requested: points };
  }

  /** Lets the operation have its say in what it is answered from. */
  async prepare(value: object, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await this.opened?.prepare?.(value, operation, variables);
    } catch (error) {
      throw refusedWhole(error);
    }
  }

  extensions(): Record<string, unknown> {
    return this.opened?.extensions?.() ?? {};
  }

  /** What its answer depends on beside what is asked; null where it is not one that is kept. */
  circumstances(): Circumstances | null {
    return this.opened?.circumstances?.() ?? null;
  }

  entry(): number | undefined {
    return this.opened?.entry?.();
  }

  release(): void {
    this.opened?.release();
  }
}
