import { randomBytes } from "node:crypto";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import type { OpenContext } from "./application.ts";
import type { CostTold } from "./cost/budgets.ts";
import { refusedWhole } from "./errors.ts";

/** Short enough to be read out over the telephone. */
export function newReference(): string {
  return randomBytes(5).toString("hex");
}

/** How an answer goes out: once; as the first over a stream, for which a subscription is only judged; or as one more over it. */
export type Delivery = "ONCE" | "OPENING" | "STREAMED";

/** One request and its answer, from arrival until nothing is held for it any more. */
export class Exchange {
  readonly reference = newReference();
  readonly delivery: Delivery;
  /** What is asked, once it is found to be asked rightly. */
  found: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } | undefined;
  /** The operation's name: of the document, so letters, digits and underscores only. */
  operation: string | undefined;
  /** Whose points it costs; undefined where it was paid for before. */
  client: string | undefined;
  /** What it cost until now, and what its client has left. */
  cost: CostTold | undefined;
  /** Codes of the errors in the answer. */
  codes: readonly string[] = [];
  /** Whether who asks may only read, whatever else they may. */
  isReadOnly = false;
  private opened: OpenContext | undefined;
  private readonly arrivedAt = performance.now();

  constructor(delivery: Delivery = "ONCE") {
    this.delivery = delivery;
  }

  get milliseconds(): number {
    return performance.now() - this.arrivedAt;
  }

  deadlineAfter(seconds: number): number {
    return this.arrivedAt + seconds * 1_000;
  }

  /** Holds what was opened until `release`. */
  hold(opened: OpenContext): object {
    this.opened = opened;
    return opened.value;
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

  entry(): number | undefined {
    return this.opened?.entry?.();
  }

  release(): void {
    this.opened?.release();
  }
}
