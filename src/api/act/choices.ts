import type { Problem } from "../../kernel/problem.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { fieldOf } from "../field.ts";

/**
 * What is wrong with a record where its kind lets it say one thing of several: none of them, or one more than one. Of a record
 * that is changed, only what is changed is judged.
 */
export function wrongChoices({ choices }: Pick<RecordKind, "choices">, record: FieldValues, edits: FieldValues = record): Problem[] {
  const isNew = edits === record;
  return choices.flatMap(({ among, unsaid }): Problem[] => {
    const columns = among.map(({ name }) => name);
    if (!isNew && !columns.some((column) => Object.hasOwn(edits, column))) return [];
    const [first, ...more] = columns.filter((column) => record[column] !== null && record[column] !== undefined);
    if (first === undefined) return unsaid === null ? [] : [{ code: "MISSING_FIELD", message: `${unsaid} Nothing was written.`, path: columns.slice(0, 1).map(fieldOf) }];
    return more.map((column) => ({ code: "RULE", message: `This says ${fieldOf(column)} beside ${fieldOf(first)}, and it is one or the other. Leave one of them out; where both are meant, record each by itself.`, path: [fieldOf(column)] }));
  });
}
