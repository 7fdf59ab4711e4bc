import { DirectiveLocation, getDirectiveValues, getVariableValues, GraphQLDirective, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { AskedMoment } from "../../kernel/moment.ts";
import { moveTo, type Context } from "../context.ts";
import { Fault } from "../fault/fault.ts";
import { MomentScalar } from "./moment.ts";
import type { Viewer } from "../access/viewer.ts";
import { weight } from "../weight.ts";

export const AsAtDirective = new GraphQLDirective({
  name: "asAt",
  description:
    "Reads the whole operation as it was at a moment: every record, those that were removed since included, every count, search and history, which ends there. What was erased since stays erased, and what this viewer may see is judged by the roles that they have today. `extensions.ledger` says which entry that is. Days that are asked about, as timing(on:), are independent of it: today unless given.",
  locations: [DirectiveLocation.QUERY],
  args: { at: { type: MomentScalar, description: "The moment. Null reads now, as without this directive." } },
  extensions: weight(100),
});

/** The moment at which an operation asks to be answered; null for now. What is wrong with its variables is told where it is executed, and nothing is read. */
export function momentAsked(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): AskedMoment | null {
  if (operation.directives?.some(({ name }) => name.value === AsAtDirective.name) !== true) return null;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return null;
  // What the argument's scalar has read is an AskedMoment.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return (getDirectiveValues(AsAtDirective, operation, coerced)?.["at"] ?? null) as AskedMoment | null;
}

/** From now on the request reads at a moment of the past, where nothing can be written, as a viewer with the rights of today. Waits for it as long as the request may take. */
export async function readAt(context: Context, asked: AskedMoment, viewer: () => Viewer): Promise<void> {
  const { desk, deadline } = context;
  if (desk === null) throw new Error("A request that has no desk cannot go back to another moment.");
  const signal = AbortSignal.timeout(Math.min(Math.max(Math.ceil(deadline - performance.now()), 0), LONGEST_TIMER));
  try {
    moveTo(context, desk, await desk.ledger.at(asked, signal));
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Fault("OPERATION_TIMED_OUT", "To go back to that moment took longer than one request may take. Try again in a moment.", { http: { status: 503 } });
  }
  Object.assign(context, { desk: null, viewer: viewer() } satisfies Partial<Context>);
}

/** Timers count milliseconds in 31 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;
