import { standard } from "../../../api/act/uphold.ts";
import type { Standard } from "../../../api/act/standard.ts";
import type { Problem } from "../../../kernel/problem.ts";
import { isId, prefixOf } from "../../../kernel/identity.ts";
import { calledInList } from "./store.ts";
import { externalReferenceKind } from "./table.ts";

/** In a list, one name is one record of a type; of those that whoever writes may not see, nothing is told. */
const oneInList = standard(externalReferenceKind, {
  stands: ({ id, list, reference, subjectId }, { graph, sees }, edited) => {
    if (!edited("list", "reference", "subjectId")) return [];
    const others = calledInList.all(graph, { list, reference }).filter((other) => other.id !== id && isSameType(other.subjectId, subjectId) && sees(other));
    return others.slice(0, 1).map((other): Problem => ({
      code: "ALREADY_EXISTS", message: "This list calls another record so already, of the same type. Nothing was written: use that record, or another name.", path: ["reference"], records: [other.subjectId],
    }));
  },
});

export const externalReferenceStandards: readonly Standard[] = [oneInList];

function isSameType(one: string, other: string): boolean {
  return isId(one) && isId(other) && prefixOf(one) === prefixOf(other);
}
