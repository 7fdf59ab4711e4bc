import { Kind, OperationTypeNode, type DirectiveNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from "graphql";
import { flat, larger, shapeOfLiteral, type InputShape } from "./input-shape.ts";

/** How large a document is, before anybody knows whether it is valid. Each number is of the largest operation, or as its comment says. */
export interface DocumentShape {
  /** As written, blank ones and comments included. */
  readonly lines: number;
  readonly depth: number;
  readonly rootFields: number;
  /** Of the largest mutation: what it does, introspection left out. */
  readonly acts: number;
  /** Of the largest operation or fragment, each fragment counted wherever it is spread: without a bound, so it can be a vast number. */
  readonly fields: number;
  /** As written in the whole document. */
  readonly aliases: number;
  /** As written in the whole document. */
  readonly directives: number;
  readonly fragments: number;
  readonly literals: InputShape;
  /** Whether introspection multiplies: it holds aliases, or lists of what types consist of within one another. */
  readonly introspectionMultiplies: boolean;
  /** A fragment that spreads itself, directly or through others. */
  readonly circularFragment: string | undefined;
}

interface Extent {
  readonly depth: number;
  readonly roots: number;
  /** Of those, the ones that are not introspection. */
  readonly acts: number;
  readonly fields: number;
  readonly aliases: number;
  /** Fields named as the lists of an introspected type, within one another. */
  readonly typeLists: number;
  /** Whether every field at the top is one of introspection. */
  readonly introspects: boolean;
}

const nothing: Extent = { depth: 0, roots: 0, acts: 0, fields: 0, aliases: 0, typeLists: 0, introspects: true };

/** The lists of what a type consists of: each leads to types again, and so to more of these lists. */
const typeLists = new Set(["fields", "inputFields", "interfaces", "possibleTypes", "enumValues"]);

/** Measures a document in one walk: each definition is visited once, however often its fragments are spread. */
export function shapeOfDocument(document: DocumentNode): DocumentShape {
  const measuring = new Measuring(document);
  const operations: Extent[] = [];
  const mutations: Extent[] = [];
  const fragments: Extent[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.push(measuring.fragment(definition));
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    measuring.directivesOf(definition);
    for (const variable of definition.variableDefinitions ?? []) {
      measuring.directivesOf(variable);
      if (variable.defaultValue !== undefined) measuring.literals = larger(measuring.literals, shapeOfLiteral(variable.defaultValue));
    }
    const extent = measuring.selections(definition.selectionSet);
    operations.push(extent);
    if (definition.operation === OperationTypeNode.MUTATION) mutations.push(extent);
  }
  const { aliases, directives, literals, introspectionMultiplies, circularFragment } = measuring;
  return {
    lines: linesOf(document),
    depth: most(operations.filter((operation) => !operation.introspects).map((operation) => operation.depth)),
    rootFields: most(operations.map((operation) => operation.roots)),
    acts: most(mutations.map((mutation) => mutation.acts)),
    fields: most([...operations, ...fragments].map((extent) => extent.fields)),
    aliases,
    directives,
    fragments: fragments.length,
    literals,
    introspectionMultiplies,
    circularFragment,
  };
}

function linesOf(document: DocumentNode): number {
  return (document.loc?.source.body.match(/\r\n|[\n\r]/g)?.length ?? 0) + 1;
}

class Measuring {
  aliases = 0;
  directives = 0;
  literals: InputShape = flat;
  introspectionMultiplies = false;
  circularFragment: string | undefined;
  private readonly named = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<FragmentDefinitionNode, Extent>();
  private readonly underWay = new Set<FragmentDefinitionNode>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.named.set(definition.name.value, definition);
    }
  }

  fragment(fragment: FragmentDefinitionNode): Extent {
    const known = this.measured.get(fragment);
    if (known !== undefined) return known;
    if (this.underWay.has(fragment)) {
      this.circularFragment ??= fragment.name.value;
      return nothing;
    }
    this.underWay.add(fragment);
    this.directivesOf(fragment);
    const extent = this.selections(fragment.selectionSet);
    this.underWay.delete(fragment);
    this.measured.set(fragment, extent);
    return extent;
  }

  selections(set: SelectionSetNode): Extent {
    return set.selections.map((selection) => this.selection(selection)).reduce(beside, nothing);
  }

  directivesOf(node: { readonly directives?: readonly DirectiveNode[] | undefined }): void {
    for (const directive of node.directives ?? []) {
      this.directives += 1;
      this.argumentsOf(directive);
    }
  }

  private selection(selection: SelectionNode): Extent {
    this.directivesOf(selection);
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.selections(selection.selectionSet);
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = this.named.get(selection.name.value);
      return fragment === undefined ? nothing : this.fragment(fragment);
    }
    return this.field(selection);
  }

  private field(field: FieldNode): Extent {
    const name = field.name.value;
    const own = field.alias === undefined ? 0 : 1;
    this.aliases += own;
    this.argumentsOf(field);
    const below = field.selectionSet === undefined ? nothing : this.selections(field.selectionSet);
    // Several types may be asked for by name, each under its alias; the whole schema is asked for once.
    const multiplying = below.aliases + (name === "__schema" ? own : 0);
    if ((name === "__schema" || name === "__type") && (multiplying > 0 || below.typeLists > 1)) this.introspectionMultiplies = true;
    return {
      depth: below.depth + 1,
      roots: 1,
      acts: name.startsWith("__") ? 0 : 1,
      fields: below.fields + 1,
      aliases: below.aliases + own,
      typeLists: below.typeLists + (typeLists.has(name) ? 1 : 0),
      introspects: name.startsWith("__"),
    };
  }

  private argumentsOf(node: Pick<DirectiveNode, "arguments">): void {
    for (const argument of node.arguments ?? []) this.literals = larger(this.literals, shapeOfLiteral(argument.value));
  }
}

function beside(one: Extent, other: Extent): Extent {
  return {
    depth: Math.max(one.depth, other.depth),
    roots: one.roots + other.roots,
    acts: one.acts + other.acts,
    fields: one.fields + other.fields,
    aliases: one.aliases + other.aliases,
    typeLists: Math.max(one.typeLists, other.typeLists),
    introspects: one.introspects && other.introspects,
  };
}

function most(numbers: readonly number[]): number {
  return Math.max(0, ...numbers);
}
