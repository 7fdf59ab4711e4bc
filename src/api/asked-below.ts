import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from "graphql";

const known = new WeakMap<SelectionSetNode, Map<string, boolean>>();

/** Whether a field of this name is asked for anywhere below a field: what only such a field reads need not be found without. */
export function isAskedBelow({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments">, name: string): boolean {
  return fieldNodes.some(({ selectionSet }) => selectionSet !== undefined && isIn(selectionSet, fragments, name));
}

function isIn(set: SelectionSetNode, fragments: GraphQLResolveInfo["fragments"], name: string): boolean {
  const names = known.get(set) ?? new Map<string, boolean>();
  known.set(set, names);
  const found = names.get(name) ?? set.selections.some((one) => {
    const inner = one.kind === Kind.FRAGMENT_SPREAD ? fragments[one.name.value]?.selectionSet : one.selectionSet;
    return (one.kind === Kind.FIELD && one.name.value === name) || (inner !== undefined && isIn(inner, fragments, name));
  });
  names.set(name, found);
  return found;
}
