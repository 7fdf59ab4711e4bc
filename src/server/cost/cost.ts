import {
  getNamedType, getNullableType, isAbstractType, isCompositeType, isInterfaceType, isListType, isObjectType, isUnionType, Kind, OperationTypeNode,
  type ArgumentNode, type DirectiveNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLOutputType, type GraphQLSchema,
  type OperationDefinitionNode, type SelectionNode, type SelectionSetNode, type ValueNode,
} from "graphql";
import { weightOf } from "../../api/weight.ts";

/** What an operation may come to, before anything of it is read. */
export interface Cost {
  /** How often something is looked up: each list and each record, once for each record that it is asked of, and what weighs more besides; and each hundred values. */
  readonly points: number;
  /** How many items the lists of the answer can hold together. */
  readonly nodes: number;
  /** How many fields of records, and of what stands in them, the answer can hold. */
  readonly values: number;
}

const NOTHING: Cost = { points: 0, nodes: 0, values: 0 };

/** So many values cost as much as to look something up. */
const VALUES_A_POINT = 100;

/** What a page holds unless it is said, and at most: a larger one is refused where it is read. */
const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;

/** What a list holds that does not come by pages, such as the years of a summary: a guess. */
const UNPAGED = 5;

/** What an act costs beside its answer. */
const ACT = 10;

type Variables = Readonly<Record<string, unknown>>;

/** Works out from its page sizes, in the document and in its variables, what an operation can come to. A document of whatever depth is walked once, its fragments once each. */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Cost {
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return NOTHING;
  const { points, nodes, values } = new Costing(schema, document, withDefaults(operation, variables)).selections(operation.selectionSet, root, null);
  const directives = (operation.directives ?? []).map(({ name }) => weightOf(schema.getDirective(name.value)));
  return { points: points + 1 + Math.floor(values / VALUES_A_POINT) + directives.reduce((sum, weight) => sum + weight, 0) + (operation.operation === OperationTypeNode.MUTATION ? ACT : 0), nodes, values };
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Variables {
  const all: Record<string, unknown> = {};
  for (const { variable, defaultValue } of variableDefinitions) if (defaultValue !== undefined) all[variable.name.value] = plainValue(defaultValue);
  return { ...all, ...variables };
}

class Costing {
  private readonly schema: GraphQLSchema;
  private readonly variables: Variables;
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly known = new Map<string, Cost>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.schema = schema;
    this.variables = variables;
    for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
  }

  /** Of one object of a type. A record is of one type: of what is asked of several, the dearest counts. `page` is the size of the page whose connection this is. */
  selections({ selections }: SelectionSetNode, type: GraphQLCompositeType, page: number | null): Cost {
    let [all, dearest] = [NOTHING, NOTHING];
    const ofTypes = new Map<string, Cost>();
    for (const selection of selections) {
      if (!this.isAsked(selection.directives)) continue;
      const { cost, of } = this.selection(selection, type, page);
      if (of === null) all = plus(all, cost);
      else ofTypes.set(of, plus(ofTypes.get(of) ?? NOTHING, cost));
    }
    for (const cost of ofTypes.values()) dearest = larger(dearest, cost);
    return plus(all, dearest);
  }

  /** `of` names the only type of which it is asked, where it is not asked of all that may stand there. */
  private selection(selection: SelectionNode, type: GraphQLCompositeType, page: number | null): { readonly cost: Cost; readonly of: string | null } {
    if (selection.kind === Kind.FIELD) return { cost: this.field(selection, type, page), of: null };
    const name = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : this.fragments.get(selection.name.value)?.typeCondition.name.value;
    const condition = name === undefined ? type : this.schema.getType(name);
    if (!isCompositeType(condition)) return { cost: NOTHING, of: null };
    const cost = selection.kind === Kind.INLINE_FRAGMENT ? this.selections(selection.selectionSet, condition, page) : this.fragment(selection.name.value, condition, page);
    return { cost, of: isAbstractType(type) && isObjectType(condition) ? condition.name : null };
  }

  private fragment(name: string, type: GraphQLCompositeType, page: number | null): Cost {
    const key = `${name} ${page}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    // A fragment that spreads itself is refused elsewhere: here it only has to come to an end.
    this.known.set(key, NOTHING);
    const fragment = this.fragments.get(name);
    const cost = fragment === undefined ? NOTHING : this.selections(fragment.selectionSet, type, page);
    this.known.set(key, cost);
    return cost;
  }

  private field(field: FieldNode, parent: GraphQLCompositeType, page: number | null): Cost {
    const name = field.name.value;
    const definition = isUnionType(parent) || name.startsWith("__") ? undefined : parent.getFields()[name];
    if (definition === undefined) return NOTHING;
    const own = { points: weightOf(definition), nodes: 0, values: 1 };
    const type = getNamedType(definition.type);
    if (!isCompositeType(type) || field.selectionSet === undefined) return own;
    const ofOne = this.selections(field.selectionSet, type, isConnection(type) ? this.pageOf(field, definition) : null);
    const size = isList(definition.type) ? (page ?? this.idsIn(field) ?? UNPAGED) : 1;
    const items = isList(definition.type) ? size : 0;
    // What stands on a page comes with it.
    const lookUps = isLookedUp(type) && page === null && !isEdge(parent) ? 1 : 0;
    return plus(own, { points: size * (lookUps + ofOne.points), nodes: items + size * ofOne.nodes, values: size * ofOne.values });
  }

  private pageOf({ arguments: sent = [] }: FieldNode, { args }: GraphQLField<unknown, unknown>): number {
    const sizes = ["first", "last"].flatMap((name) => this.numberIn(sent.find((one) => one.name.value === name), args.find((arg) => arg.name === name)?.defaultValue));
    return Math.max(0, Math.min(LARGEST_PAGE, sizes[0] ?? USUAL_PAGE));
  }

  /** How many records are asked for by their ids, where a list is of those. */
  private idsIn({ arguments: sent = [] }: FieldNode): number | null {
    const ids = sent.find(({ name }) => name.value === "ids")?.value;
    if (ids === undefined) return null;
    const value = ids.kind === Kind.LIST ? ids.values : this.valueOf(ids);
    return Array.isArray(value) ? Math.min(LARGEST_PAGE, value.length) : 1;
  }

  private numberIn(sent: ArgumentNode | undefined, usual: unknown): number[] {
    const value = sent === undefined ? usual : this.valueOf(sent.value);
    return typeof value === "number" ? [value] : [];
  }

  private isAsked(directives: readonly DirectiveNode[] = []): boolean {
    return directives.every(({ name, arguments: sent = [] }) => {
      const condition = sent.find((one) => one.name.value === "if");
      if (condition === undefined || (name.value !== "skip" && name.value !== "include")) return true;
      return (this.valueOf(condition.value) === true) === (name.value === "include");
    });
  }

  private valueOf(value: ValueNode): unknown {
    return value.kind === Kind.VARIABLE ? this.variables[value.name.value] : plainValue(value);
  }
}

/** A number or a truth as it is written, and a list by how long it is; of anything else nothing is counted. */
function plainValue(value: ValueNode): unknown {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values.map(plainValue);
  return value.kind === Kind.BOOLEAN ? value.value : undefined;
}

/** What comes by pages says where its page stands. */
function isConnection(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && "pageInfo" in type.getFields();
}

function isEdge(type: GraphQLCompositeType): boolean {
  return isObjectType(type) && "cursor" in type.getFields() && "node" in type.getFields();
}

/** Whether somebody has to go and look for it: values such as dates and sums stand in the record itself. */
function isLookedUp(type: GraphQLCompositeType): boolean {
  if (isAbstractType(type)) return true;
  return isConnection(type) || type.getInterfaces().some((one) => isInterfaceType(one) && one.name === "Node");
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

function plus(one: Cost, other: Cost): Cost {
  return { points: one.points + other.points, nodes: one.nodes + other.nodes, values: one.values + other.values };
}

function larger(one: Cost, other: Cost): Cost {
  return { points: Math.max(one.points, other.points), nodes: Math.max(one.nodes, other.nodes), values: Math.max(one.values, other.values) };
}
