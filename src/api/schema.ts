import "reflect-metadata";
import { isInterfaceType, lexicographicSortSchema, printSchema, specifiedDirectives, type GraphQLSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { prefixOf } from "../kernel/identity.ts";
import { AsAtDirective } from "./moment/as-at.ts";
import { nameActs } from "./act/act-enum.ts";
import { sayAllThatIsWrong } from "./act/all-that-is-wrong.ts";
import { ErasedResolver } from "./act/erased.ts";
import { changedResolver, problemResolver, RecordPayload } from "./act/payload.ts";
import { withRecordActs } from "./act/record-mutations.ts";
import { viewerCanResolver } from "./act/viewer-can.ts";
import { calledResolver, callingOf } from "./called.ts";
import { changesResolvers } from "./changes/resolver.ts";
import type { Concept } from "./concept.ts";
import { callDirectly } from "./direct-fields.ts";
import { anyRecord, nodeResolver } from "./node.ts";
import { FaultCodeType } from "./fault/fault-codes.ts";
import { lookAhead } from "./foresight.ts";
import { letComeLater } from "./readable-fields.ts";
import { historyResolvers } from "./history/resolver.ts";
import { LiveDirective } from "./changes/live.ts";
import { markOneOf } from "./value/one-of.ts";
import { recordResolver, type RecordRow } from "./record.ts";
import { paceFields } from "./paced-fields.ts";
import { searchResolver } from "./search/resolver.ts";
import { gateQuantities } from "./value/small-number.ts";
import { MoneyResolver } from "./value/money.ts";
import type { Permissions } from "./access/permission.ts";
import { GapInput, MoneyInput, QuantityInput } from "./value/inputs.ts";
import { PartialDateResolver } from "./value/partial-date.ts";
import { QuantityResolver } from "./value/quantity.ts";

/** How the server counts what an operation costs: `extensions.cost` of every answer says what it came to. */
const COST = "An operation costs points, judged before it is read, from page sizes in the document and its variables: 1 for itself, and 1 for each list and each record beyond what stands on a page, once for each record that it is asked of. A page counts what first or last says, 50 where neither does; a list that does not come by pages counts 5, one of ids as many as are sent. Each hundred fields of the answer cost 1 as well, whether they hold dates, sums or words. Besides: viewerCan 3; fundingSummary, pledgeCoverage and the coverage of a pledge, search and each section of an overview 20, dataQuality 40, changesBetween and @asAt 100, an act 10. extensions.cost says what was requested, the limit within a minute, what remains of it and when it begins anew.";

/** The schema of a graph of these concepts, in which those acts can be done that stand in the table of permissions. */
export async function graphSchema(concepts: readonly Concept[], permissions: Permissions): Promise<GraphQLSchema> {
  const record = anyRecord(concepts);
  const kinds = concepts.flatMap((concept) => concept.kinds);
  nameActs(permissions, kinds);
  const calling = callingOf(record, kinds);
  const own = [recordResolver(record, kinds), calledResolver(calling), problemResolver(record), changedResolver(record), ErasedResolver, viewerCanResolver(kinds, permissions), ...historyResolvers(record, kinds), ...changesResolvers(record, kinds), searchResolver(concepts, record, calling), MoneyResolver, PartialDateResolver, QuantityResolver];
  const resolvers = [...own, ...concepts.flatMap((concept) => [...concept.resolvers, ...(concept.resolversOver?.(record, kinds) ?? [])])];
  const all = quickList([nodeResolver(record), ...resolvers]);
  // A test checks the schema as a whole, rather than every start.
  const built = await buildSchema({
    resolvers: all, orphanedTypes: [RecordPayload, GapInput, MoneyInput, QuantityInput], directives: [...specifiedDirectives, AsAtDirective, LiveDirective], pubSub: noTopics, validate: false, skipCheck: true,
  });
  markOneOf(built);
  // Here the method behind each field is put in its place. Each pass below wraps what stands there until then: small numbers are withheld innermost, and turns are given around all that is looked up.
  callDirectly(built, all);
  const schema = withRecordActs(built, kinds, permissions, record, [FaultCodeType]);
  const query = schema.getQueryType();
  if (query) query.description = `All that can be asked. Long lists come page by page; what this viewer may not see is not there. ${COST}`;
  gateQuantities(schema);
  lookAhead(schema, kinds);
  paceFields(schema);
  letComeLater(schema, new Set([...kinds.map(({ type }) => type), ...PLAIN_VALUES]));
  sayAllThatIsWrong(schema, kinds, record);
  const mutation = schema.getMutationType();
  if (mutation) mutation.description = "All that can be done. A mutation has one root field, which is one act: done as a whole or not at all. Send an Idempotency-Key header to be able to repeat it safely. What stands in the way of it is told as its problems; that it may not be done at all, as an error with a FaultCode.";
  const subscription = schema.getSubscriptionType();
  if (subscription) subscription.description = "All that can be followed, over server-sent events or a WebSocket at the address of the graph.";
  nameTypes(schema, new Map(kinds.map((kind) => [kind.prefix, kind.type])));
  return schema;
}

/** Values that are kept as they are answered. */
const PLAIN_VALUES = ["PartialDate", "Money", "Quantity"];

/** Nothing is published: a subscription follows the ledger. type-graphql builds none without. */
const noTopics = {
  publish: (): void => {},
  subscribe: (): never => { throw new Error("Nothing is published under a topic: a subscription has a source of its own."); },
};

/** Lets a list know at once whether something is in it: type-graphql asks a million times, for each field about each field's resolver. */
function quickList<Item>(items: [Item, ...Item[]]): [Item, ...Item[]] {
  const known = new Set(items);
  return Object.assign(items, { includes: (item: Item): boolean => known.has(item) });
}

/** The schema as text, in an order that does not depend on the code's. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/** A record's id tells which type it is of. */
function nameTypes(schema: GraphQLSchema, types: ReadonlyMap<string, string>): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type) && type.name !== "Payload") type.resolveType = ({ id }: RecordRow) => types.get(prefixOf(id));
  }
}
