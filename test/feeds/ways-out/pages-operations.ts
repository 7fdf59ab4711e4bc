import { getNamedType, isInterfaceType, isObjectType, Kind, OperationTypeNode, parse, print, type OperationDefinitionNode, type TypeNode } from "graphql";
import operations from "../../../src/web/operations.json" with { type: "json" };
import { schema } from "../../support/schema.ts";
import type { HiddenWorld, Marked } from "./hidden-world.ts";
import type { Visitor } from "./visitor.ts";

/** What every query of the built-in pages answers; those of one record for every record of its type, or of any where it takes any. */
export async function askedByPages(visitor: Visitor, { marked, world }: HiddenWorld): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const text of Object.values<string>(operations.operations)) {
    const operation = parse(text).definitions.find((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION);
    if (operation?.operation !== OperationTypeNode.QUERY) continue;
    const variables = Object.fromEntries((operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
      const value = VALUES[variable.name.value] ?? BY_TYPE[print(type)];
      return value === undefined ? [] : [[variable.name.value, value]];
    }));
    const takesId = operation.variableDefinitions?.some(({ variable, type }) => variable.name.value === "id" && isRequired(type)) === true;
    const ids = takesId ? idsFor(operation, marked) : [null];
    texts.push(...(await Promise.all(ids.map(async (id) => visitor.ask(text, { ...variables, to: world.ledger.head(), ...(id === null ? {} : { id }) })))));
  }
  return texts;
}

const VALUES: Readonly<Record<string, unknown>> = { first: 50, words: "members", from: 1, printed: "hash", soon: "2030-01-01", today: "2024-07-05" };
const BY_TYPE: Readonly<Record<string, unknown>> = { "Boolean!": true };

function isRequired(type: TypeNode): boolean {
  return type.kind === Kind.NON_NULL_TYPE;
}

/** The records of the type that an operation is about. One that takes any is asked for those from which most could leak: what everybody may see, and points at what is hidden. */
function idsFor({ selectionSet }: OperationDefinitionNode, marked: readonly Marked[]): string[] {
  const types = new Set(selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || selection.arguments?.some(({ name }) => name.value === "id") !== true) return [];
    const field = schema.getQueryType()?.getFields()[selection.name.value];
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (isObjectType(type)) return [type.name];
    return isInterfaceType(type) ? (selection.selectionSet?.selections ?? []).flatMap((inner) => (inner.kind === Kind.INLINE_FRAGMENT && inner.typeCondition !== undefined ? [inner.typeCondition.name.value] : [])) : [];
  }));
  const own = marked.filter(({ type }) => types.has(type));
  return (own.length > 0 ? own : marked.filter(({ which }) => which === "leaning")).map(({ id }) => id);
}
