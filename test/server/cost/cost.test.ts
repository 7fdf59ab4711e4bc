import { buildSchema, Kind, parse, type DocumentNode, type OperationDefinitionNode } from "graphql";
import { describe, expect, test } from "vitest";
import { weight } from "../../../src/api/weight.ts";
import { costOf } from "../../../src/server/cost/cost.ts";
import { Costs } from "../../../src/server/cost/costs.ts";

const schema = buildSchema(/* GraphQL */ `
  interface Node { id: ID! }
  type Body implements Node { id: ID! name: String parent: Body }
  type Day { plain: String }
  type Task implements Node { id: ID! title: String due: Day owner: Body tasks(first: Int, last: Int): TaskConnection! notes: [Day!]! }
  type PageInfo { hasNextPage: Boolean! }
  type TaskEdge { cursor: String! node: Task! }
  type TaskConnection { nodes: [Task!]! edges: [TaskEdge!]! totalCount: Int! pageInfo: PageInfo! }
  union Any = Task | Body
  type Query { hello: String task: Task any: Any nodes(ids: [ID!]!): [Node]! tasks(first: Int, last: Int): TaskConnection! sums: Day }
  type Mutation { rename: Task }
`);
Object.assign(schema.getQueryType()?.getFields()["sums"] ?? {}, { extensions: weight(20) });

function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error("There is no operation.");
  return operation;
}

function cost(source: string, variables: Readonly<Record<string, unknown>> = {}): readonly [number, number] {
  const document = parse(source);
  const { points, nodes } = costOf(schema, document, operationIn(document), variables);
  return [points, nodes];
}

describe("an operation costs", () => {
  test.each<[string, string, readonly [number, number], Record<string, unknown>?]>([
    ["one for itself", "{ hello }", [1, 0]],
    ["nothing for what introspects", "{ __schema { types { name } } __typename }", [1, 0]],
    ["one for a record", "{ task { title } }", [2, 0]],
    ["one for each hundred values", "{ tasks(first: 33) { nodes { title due { plain } } } }", [3, 33]],
    ["nothing for fewer, such as those of one", "{ task { due { plain } } }", [2, 0]],
    ["one for a list, whatever stands on its page", "{ tasks(first: 10) { nodes { title due { plain } } pageInfo { hasNextPage } totalCount } }", [2, 10]],
    ["a page of 50 where none is said", "{ tasks { nodes { title } } }", [2, 50]],
    ["a page of 100 where more is said, since that is refused where it is read", "{ tasks(first: 1000000000) { nodes { owner { name } } } }", [104, 100]],
    ["nothing for fewer than none", "{ tasks(first: -5) { nodes { owner { name } } } }", [2, 0]],
    ["the last as the first", "{ tasks(last: 7) { nodes { title } } }", [2, 7]],
    ["the same by edges", "{ tasks(first: 10) { edges { cursor node { title } } } }", [2, 10]],
    ["both where both are asked for", "{ tasks(first: 10) { nodes { title } edges { node { title } } } }", [2, 20]],
    ["a record of each", "{ tasks(first: 10) { nodes { owner { parent { name } } } } }", [22, 10]],
    ["a list of each", "{ tasks(first: 10) { nodes { tasks(first: 20) { nodes { owner { name } } } } } }", [216, 210]],
    ["what variables say", "query ($n: Int) { tasks(first: $n) { nodes { title } } }", [2, 30], { n: 30 }],
    ["their defaults where they say nothing", "query ($n: Int = 3) { tasks(first: $n) { nodes { title } } }", [2, 3]],
    ["a page of 50 where a variable says nothing", "query ($n: Int) { tasks(first: $n) { nodes { title } } }", [2, 50]],
    ["a page of 50 where it says nonsense", "query ($n: Int) { tasks(first: $n) { nodes { title } } }", [2, 50], { n: "many" }],
    ["five for a list without pages", "{ task { notes { plain } } }", [2, 5]],
    ["each that is asked for by its id", "{ nodes(ids: [\"a\", \"b\", \"c\"]) { id } }", [4, 3]],
    ["the same of what a variable is where none is sent", "query ($ids: [ID!]! = [\"a\", \"b\", \"c\"]) { nodes(ids: $ids) { id } }", [4, 3]],
    ["the same of a variable", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", [3, 2], { ids: ["a", "b"] }],
    ["the dearest of types of which only one can be there", "{ any { ... on Task { owner { name } tasks(first: 1) { nodes { id } } } ... on Body { parent { name } } } }", [4, 1]],
    ["fragments wherever they are spread", "{ tasks(first: 10) { nodes { ...A } } task { ...A } } fragment A on Task { owner { name } }", [14, 10]],
    ["nothing for fragments in a circle, which are refused elsewhere", "{ task { ...A } } fragment A on Task { owner { name } ...B } fragment B on Task { ...A }", [3, 0]],
    ["nothing for what is skipped", "query ($no: Boolean!) { task @skip(if: true) { title } any @include(if: $no) { __typename } ... @include(if: $no) { task { id } } }", [1, 0], { no: false }],
    ["what weighs more besides", "{ sums { plain } }", [21, 0]],
    ["ten for an act besides its answer", "mutation { rename { title } }", [12, 0]],
    ["nothing for what there is not", "{ nothing { at { all } } }", [1, 0]],
  ])("%s", (_, source, expected, variables) => {
    expect(cost(source, variables)).toEqual(expected);
  });

  test("no more time than it is long, however its fragments multiply", () => {
    const chain = Array.from({ length: 60 }, (_, n) => `fragment F${n} on Task { a: tasks(first: 100) { nodes { ...F${n + 1} } } b: tasks(first: 100) { nodes { ...F${n + 1} } } }`).join(" ");
    const [points] = cost(`{ task { ...F0 } } ${chain} fragment F60 on Task { title }`);
    expect(points).toBeGreaterThan(1e100);
  });
});

test("what an operation costs is kept by all that it follows from", () => {
  const costs = new Costs(schema);
  const document = parse("query ($one: [ID!]!, $other: [ID!]!) { nodes(ids: $one) { id } again: nodes(ids: $other) { id ... on Task { tasks(first: 100) { nodes { owner { name } } } } } }");
  const operation = operationIn(document);
  const many = Array.from({ length: 100 }, (_, made) => `t${made}`);
  for (const few of ["t", ["t"]]) {
    const [cheap, dear] = [{ one: many, other: few }, { one: few, other: many }].map((variables) => costs.of(document, operation, variables).points);
    expect(dear).toBeGreaterThan((cheap ?? 0) * 20);
  }
});
