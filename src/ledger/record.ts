import { getTableColumns, getTableName, type Column } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { isId } from "../kernel/identity.ts";
import { Refusal, refusal, type Problem } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import type { Json, StoredRecord } from "./entry.ts";
import { storedColumns } from "./graph.ts";
import { unknownFields } from "./named-fields.ts";
import { canonical } from "./seal.ts";

/** What somebody wants a record to say: its fields by name, identity left out. */
export type FieldValues = Readonly<Record<string, unknown>>;

/** A foreign key: the field of one kind of record that holds the id of another. */
export interface Relation {
  readonly from: RecordKind;
  readonly field: string;
  readonly to: RecordKind;
}

/** All foreign keys between the kinds, from either end. */
export class Relations {
  private readonly kinds: readonly RecordKind[];
  private readonly from = new Map<string, Relation[]>();
  private readonly into = new Map<string, Relation[]>();

  constructor(kinds: readonly RecordKind[]) {
    this.kinds = kinds;
    const byTable = new Map(kinds.map((kind) => [getTableName(kind.table), kind]));
    for (const { type } of kinds) {
      this.from.set(type, []);
      this.into.set(type, []);
    }
    const all = kinds.flatMap((from) =>
      getTableConfig(from.table).foreignKeys.flatMap((key) => {
        const { columns, foreignTable } = key.reference();
        const to = byTable.get(getTableName(foreignTable));
        const field = columns[0]?.name;
        return to === undefined || field === undefined ? [] : [{ from, field, to }];
      }),
    );
    for (const relation of all) {
      this.from.get(relation.from.type)?.push(relation);
      this.into.get(relation.to.type)?.push(relation);
    }
  }

  /** The kind of the record that has an id, or would have it; undefined where no kind has such ids. */
  kindOf(id: string): RecordKind | undefined {
    return this.kinds.find(({ prefix }) => isId(id, prefix));
  }

  of(kind: RecordKind): readonly Relation[] {
    return this.from.get(kind.type) ?? [];
  }

  to(kind: RecordKind): readonly Relation[] {
    return this.into.get(kind.type) ?? [];
  }

  /** Those by which records are no more than parts of one of this kind. */
  parts(kind: RecordKind): readonly Relation[] {
    return this.to(kind).filter(({ from, field }) => from.goesWith?.name === field);
  }
}

/** The record as it is written into an entry, or a refusal with every problem found: unknown, missing and wrong fields, and reasons for such as it does not have. */
export function checkRecord(kind: RecordKind, id: string, version: number, values: FieldValues): StoredRecord {
  const columns = storedColumns(kind.table).filter((column) => column.name !== "id" && column.name !== "version");
  const problems: Problem[] = [];
  const fields: [string, Json][] = [];
  for (const column of columns) {
    const value: unknown = values[column.name] ?? column.defaultFn?.() ?? null;
    if (value === null) {
      if (column.notNull) problems.push({ code: "MISSING_FIELD", message: `${kind.type} needs ${column.name}.`, path: [column.name] });
    } else {
      try {
        fields.push([column.name, asStored(column, value)]);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        problems.push(...error.problems.map((problem) => ({ ...problem, path: [column.name, ...(problem.path ?? [])] })));
      }
    }
  }
  const known = getTableColumns(kind.table);
  for (const name of Object.keys(values)) {
    if (known[name] === undefined || known[name].generated !== undefined || name === "id" || name === "version") {
      problems.push({ code: "UNKNOWN_FIELD", message: `${kind.type} has no field ${name}.`, path: [name] });
    }
  }
  problems.push(...wrongGaps(kind, values["gaps"]));
  if (problems.length > 0) throw new Refusal(problems);
  return { id, version, ...Object.fromEntries(fields) };
}

/** Reasons for fields that there are none of: nobody would ever read them. What is no list of reasons at all, its column refuses. */
function wrongGaps(kind: RecordKind, gaps: unknown): Problem[] {
  if (typeof gaps !== "object" || gaps === null || Array.isArray(gaps)) return [];
  return unknownFields(kind, Object.keys(gaps).map((name) => ({ name, path: ["gaps", name] })), " that could be empty for a reason");
}

/** What the column would give back: the value in its one form. */
function asStored(column: Column, value: unknown): Json {
  const driver: unknown = column.mapToDriverValue(value);
  const isText = typeof driver === "string";
  if (column.dataType === "string" ? !isText : !isText && typeof driver !== "number") throw refusal("INVALID_TEXT", "This is text.");
  // A custom column gives back what its check returned, which is JSON.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return column.mapFromDriverValue(driver) as Json;
}

/** The names of the fields in which two versions of a record differ. */
export function changedFields(before: StoredRecord | null, after: StoredRecord | null): string[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  names.delete("id");
  names.delete("version");
  return [...names].filter((name) => canonical(before?.[name]) !== canonical(after?.[name])).toSorted();
}
