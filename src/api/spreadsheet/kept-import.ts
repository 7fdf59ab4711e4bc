import { storedColumns } from "../../ledger/graph.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { actOn, fieldFor } from "../act/kept.ts";
import { amend, recordAll } from "../act/record-acts.ts";
import { fieldOf } from "../field.ts";
import { edits, type Importable } from "./importable.ts";
import type { RecordTable } from "../loaders.ts";

/** What the tracker itself says of a record, and what a row says in columns of their own. */
const NOT_SENT: ReadonlySet<string> = new Set(["id", "version", "isExample"]);

/** A table whose rows are recorded and amended by the acts that are the same for every kind. */
export function keptImport(table: string, kind: RecordKind<RecordTable>): Importable {
  const fields = storedColumns(kind.table).map((column) => column.name).filter((column) => !NOT_SENT.has(column)).map(fieldOf);
  const kinds = new Map<string, RecordKind>([[fieldFor(kind), kind]]);
  return {
    table, kind, fields,
    make: { name: actOn(kind, "record"), input: `${kind.type}Input`, do: (draft, sent) => recordAll(draft, kinds, [{ record: { [fieldFor(kind)]: sent } }], []) },
    steps: [{
      name: actOn(kind, "amend"), input: `${kind.type}Changes`,
      when: edits(...fields),
      do: (draft, { id, expectedVersion, ...changes }) => {
        amend(draft, kinds, kind, { id: String(id), expectedVersion: Number(expectedVersion), changes: { [fieldFor(kind)]: changes } });
        return String(id);
      },
    }],
  };
}
