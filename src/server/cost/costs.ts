import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type TypeNode } from "graphql";
import { costOf, type Cost } from "./cost.ts";

/** So many costs of one document are kept: front ends ask for few sizes of page. */
const MOST_KEPT = 50;

/** What operations cost. Documents that are asked again and again are kept, and with them what they cost. */
export class Costs {
  private readonly schema: GraphQLSchema;
  private readonly known = new WeakMap<DocumentNode, Map<string, Cost>>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  of(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Cost {
    const costs = this.known.get(document) ?? new Map<string, Cost>();
    this.known.set(document, costs);
    const key = whatCounts(operation, variables);
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = costOf(this.schema, document, operation, variables);
    if (costs.size >= MOST_KEPT) costs.clear();
    costs.set(key, cost);
    return cost;
  }
}

/** The operation, and of its variables those by which a cost can change: sizes, conditions, and how many there are of a list. Each has a place of its own, and nothing long is written. */
function whatCounts({ name, variableDefinitions = [] }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): string {
  let key = name?.value ?? "";
  for (const { variable, type } of variableDefinitions) key += ` ${counting(variables[variable.name.value], named(type))}`;
  return key;
}

function counting(value: unknown, type: string): string {
  if (value === undefined) return "";
  if (Array.isArray(value)) return `[${value.length}]`;
  return (type === "Int" && typeof value === "number") || typeof value === "boolean" || value === null ? String(value) : "?";
}

function named(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}
