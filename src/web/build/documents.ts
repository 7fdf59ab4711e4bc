import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, OperationTypeNode, parse, print, stripIgnoredCharacters, visit, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, type NameNode, type OperationDefinitionNode, type VariableNode } from "graphql/index.js";

/** A file of operations and fragments, as a page asks them. */
export interface DocumentFile {
  /** From the folder of the front end. */
  readonly path: string;
  readonly document: DocumentNode;
}

/** One operation with all that it needs, as it is sent. */
export interface WholeOperation {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every `.graphql` file of a front end, in the order of their paths. Each query in it reads as at `$at`: pages are read as at a day, all of them alike. */
export function documentFiles(folder: string): DocumentFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".graphql"))
    .toSorted()
    .map((path) => ({ path, document: visit(parse(readFileSync(join(folder, path), "utf8"), { noLocation: true }), { OperationDefinition: asAt }) }));
}

/** The operations in these files, each with the fragments that it spreads, whichever file those stand in. */
export function wholeOperations(files: readonly DocumentFile[]): WholeOperation[] {
  const fragments = new Map(files.flatMap(({ document }) => document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment])));
  return files.flatMap(({ path, document }) => document.definitions.filter(isOperation).map((operation) => whole(operation, path, fragments)));
}

/** A query with the moment for its first variable; what changes something has none. */
function asAt(operation: OperationDefinitionNode): OperationDefinitionNode {
  if (operation.operation !== OperationTypeNode.QUERY) return operation;
  const at: VariableNode = { kind: Kind.VARIABLE, name: nameNode("at") };
  return {
    ...operation,
    variableDefinitions: [{ kind: Kind.VARIABLE_DEFINITION, variable: at, type: { kind: Kind.NAMED_TYPE, name: nameNode("Moment") } }, ...(operation.variableDefinitions ?? [])],
    directives: [...(operation.directives ?? []), { kind: Kind.DIRECTIVE, name: nameNode("asAt"), arguments: [{ kind: Kind.ARGUMENT, name: nameNode("at"), value: at }] }],
  };
}

function nameNode(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

function whole(operation: OperationDefinitionNode, path: string, fragments: ReadonlyMap<string, FragmentDefinitionNode>): WholeOperation {
  const name = operation.name?.value;
  if (name === undefined) throw new Error(`${path}: an operation has no name. Give it one: logs and the list of operations tell it by that.`);
  const needed = new Map<string, FragmentDefinitionNode>();
  const need = (definition: DefinitionNode): void => {
    for (const spread of spreadsIn(definition)) {
      if (needed.has(spread)) continue;
      const fragment = fragments.get(spread);
      if (fragment === undefined) throw new Error(`${path}: ${name} spreads ${spread}, and no file has a fragment of that name.`);
      needed.set(spread, fragment);
      need(fragment);
    }
  };
  need(operation);
  const definitions = [operation, ...[...needed.values()].toSorted((a, b) => a.name.value.localeCompare(b.name.value))];
  return { name, path, text: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions })) };
}

function spreadsIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { FragmentSpread: ({ name }) => { names.push(name.value); } });
  return names;
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}
