import type { GraphQLError, GraphQLSchema } from "graphql";
import { counted } from "../limits/counted.ts";
import type { Exchange } from "../exchange/exchange.ts";
import type { Validated } from "../exchange/validated.ts";
import { httpRefusal } from "../errors/http-refusal.ts";
import type { Limits } from "../limits/limits.ts";
import type { Budgets } from "./budgets.ts";
import type { Cost } from "./cost.ts";
import { Costs } from "./costs.ts";

/** What operations cost, and who pays for them. */
export class Prices {
  private readonly costs: Costs;
  private readonly limits: Limits;
  private readonly budgets: Budgets;

  constructor(schema: GraphQLSchema, limits: Limits, budgets: Budgets) {
    this.costs = new Costs(schema);
    this.limits = limits;
    this.budgets = budgets;
  }

  /** Takes what an operation can come to from what its asker has left. Refuses one that can come to more than anybody may ask for, or than is left. */
  charge(exchange: Exchange, { document, operation }: Validated, variables: Readonly<Record<string, unknown>>): void {
    const cost = this.costs.of(document, operation, variables);
    const refusal = overLimit(cost, this.limits);
    if (refusal !== undefined) throw refusal;
    exchange.pay(this.budgets, cost.points);
  }
}

function overLimit({ points, nodes, values }: Cost, limits: Limits): GraphQLError | undefined {
  if (nodes > limits.nodes) return httpRefusal(400, "TOO_MANY_NODES", `The lists of this answer could hold ${counted(nodes)} items, and at most ${counted(limits.nodes)} are given. Ask for fewer a page (first), or for the lists within in requests of their own.`);
  if (values > limits.values) return httpRefusal(400, "TOO_MANY_VALUES", `This answer could hold ${counted(values)} values, and at most ${counted(limits.values)} are given. Ask for fewer records a page (first), or for less about each.`);
  if (points > limits.cost) return httpRefusal(400, "QUERY_TOO_COSTLY", `This operation costs ${counted(points)} points, and at most ${counted(limits.cost)} are taken. Ask for fewer records a page (first), or for the lists within in requests of their own.`);
  return undefined;
}
