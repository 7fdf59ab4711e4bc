import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Kind, parse, print, stripIgnoredCharacters, visit, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from "graphql/index.js";

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

/** Every `.graphql` file of a front end, in the order of their paths. */
export function documentFiles(folder: string): DocumentFile[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".graphql"))
    .toSorted()
    .map((path) => ({ path, document: parse(readFileSync(join(folder, path), "utf8"), { noLocation: true }) }));
}

/** The operations in these files, each with the fragments that it spreads, whichever file those stand in. */
export function wholeOperations(files: readonly DocumentFile[]): WholeOperation[] {
  const fragments = new Map(files.flatMap(({ document }) => document.definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment])));
  return files.flatMap(({ path, document }) => document.definitions.filter(isOperation).map((operation) => whole(operation, path, fragments)));
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
