import { getTableConfig } from "drizzle-orm/sqlite-core";
import { getNamedType, getNullableType, isEnumType, isListType, isObjectType, type GraphQLOutputType, type GraphQLSchema } from "graphql";
import { fieldOf } from "../../src/api/field.ts";
import type { RecordTable } from "../../src/api/loaders.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import type { World } from "./domain-world.ts";

type Kind = RecordKind<RecordTable>;

/** A record of a kind, and a second one that points at the first where its kind points at itself. */
export interface Pair {
  readonly kind: Kind;
  readonly first: string;
  readonly second: string;
}

/**
 * Two records of every kind that there is, for everybody, with every field filled: what points at another record points at the
 * one that was made beside it. What nobody would record so is recorded all the same: it is there to be found by.
 */
export async function twoOfEach(world: World, schema: GraphQLSchema, kinds: readonly Kind[]): Promise<Pair[]> {
  return world.act((draft) => {
    const pairs: Pair[] = [];
    for (const kind of inOrder(kinds)) {
      const make = (which: "first" | "second", itself: string | null): string => {
        const values = storedColumns(kind.table).flatMap((column): [string, unknown][] => {
          const any = ANY_RECORD.get(column.name);
          const target = any === undefined ? targetOf(kind, column.name) : pairs.find((pair) => pair.kind.type === any)?.kind.table;
          if (target === kind.table) return [[column.name, itself]];
          if (target !== null) return [[column.name, pairs.find((pair) => pair.kind.table === target)?.[which] ?? null]];
          return NOT_FILLED.has(column.name) ? [] : [[column.name, valueOf(schema, kind, column.name, `${kind.type} ${column.name} ${which}`, pairs.length * 2 + (which === "first" ? 1 : 2))]];
        });
        return draft.create(kind, { ...Object.fromEntries(values), audience: "PUBLIC" });
      };
      const first = make("first", null);
      pairs.push({ kind, first, second: make("second", first) });
    }
    return pairs;
  });
}

/** What every record has, and a claim's record, which may be of any kind. */
export const NOT_FILLED = new Set(["id", "version", "audience", "gaps", "recordId"]);

/** What holds the id of a record of whatever kind: here of one of these. */
export const ANY_RECORD: ReadonlyMap<string, string> = new Map([["holdsForId", "Place"], ["aboutId", "Place"], ["holderId", "Account"], ["subjectId", "Place"]]);

/** Kinds after those that they point at. */
export function inOrder(kinds: readonly Kind[]): Kind[] {
  const placed: Kind[] = [];
  while (placed.length < kinds.length) {
    const next = kinds.filter((kind) => !placed.includes(kind) && targets(kind).every((table) => table === kind.table || placed.some((one) => one.table === table)));
    if (next.length === 0) throw new Error("These kinds point at each other in a circle.");
    placed.push(...next);
  }
  return placed;
}

function targets({ table }: Kind): unknown[] {
  return getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
}

export function targetOf({ table }: Kind, column: string): unknown {
  const key = getTableConfig(table).foreignKeys.find((one) => one.reference().columns[0]?.name === column);
  return key?.reference().foreignTable ?? null;
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  Boolean: true, Day: "2024-07-05", Instant: "2024-07-05T11:00:00.000Z", PartialDate: "5 July 2024", Money: "£5", Quantity: "12 people", FinancialYear: "2024-25",
};

/** Something that the column can hold, by the type of the field that shows it. */
export function valueOf(schema: GraphQLSchema, kind: Kind, column: string, words: string, number: number): unknown {
  const type = schema.getType(kind.type);
  const field = isObjectType(type) ? type.getFields()[fieldOf(column)] : undefined;
  if (field === undefined) throw new Error(`${kind.type} does not show ${column}.`);
  // An entry that there is.
  const value = column === "entry" ? 1 : sampleOf(field.type, words, number);
  return isListType(getNullableType(field.type)) ? [value] : value;
}

function sampleOf(type: GraphQLOutputType, words: string, number: number): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  return named.name === "Int" ? number : (SAMPLES[named.name] ?? words);
}
