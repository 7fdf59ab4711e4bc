import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { readAbsence } from "../../src/kernel/value-status.ts";
import { facts, type Fact } from "./facts.ts";

const checkout = join(import.meta.dirname, "..", "..");
const documents = join(checkout, "src", "documents");
const listOfFacts = join(checkout, "..", "shared", "facts.json");

const header = z.object({ source: z.string().startsWith("@") });

const line = z.looseObject({
  record: z.string().optional(),
  amend: z.string().optional(),
  ref: z.string(),
  gaps: z.record(z.string(), z.string()).optional(),
  cite: z.array(z.object({ source: z.string().optional(), line: z.number().optional(), fields: z.array(z.string()).optional() })),
});

/** A record as the files leave it, and every line of a source that was cited for one of its fields. */
interface Held {
  readonly values: Map<string, unknown>;
  gaps: Readonly<Record<string, string>>;
  readonly cited: Set<string>;
}

const records = readRecords();

test("the table has every fact once", () => {
  const ids = facts.map(({ id }) => id);
  expect(ids).toHaveLength(223);
  expect(new Set(ids).size).toBe(223);
});

test("the table and the list of facts have the same facts, in the same lines", (context) => {
  if (!existsSync(listOfFacts)) return context.skip(`This test was not run: the list of facts is not in ${listOfFacts}.`);
  const list = z.array(z.object({ id: z.string(), line: z.number() })).parse(JSON.parse(readFileSync(listOfFacts, "utf8")));
  expect(facts.map(({ id, line }) => ({ id, line }))).toEqual(list.map(({ id, line }) => ({ id, line })));
});

test("every fact is held by a record, or is left out for a reason", () => {
  const wrong = facts.filter(({ places, leftOut }) => (places.length === 0) !== (leftOut !== null));
  expect(wrong).toEqual([]);
  expect(facts.filter(({ leftOut }) => leftOut !== null).map(({ id }) => id)).toEqual(["S1-05", "S2-20", "S4-04"]);
});

test("every field that holds a fact has a value that is cited to its line", () => {
  expect(facts.flatMap(wrongWithFields)).toEqual([]);
});

test("every field on which a source is silent says so, in a record that cites the line", () => {
  expect(facts.flatMap(wrongWithSilence)).toEqual([]);
});

function wrongWithFields({ id, source, line, places }: Fact): string[] {
  return places.flatMap(({ record, fields, silent }) => {
    const held = records.get(record);
    if (held === undefined) return [`${id}: there is no ${record}`];
    if (fields.length + silent.length === 0) return [`${id}: ${record} names no field`];
    return fields.flatMap((field) => {
      if (absenceOf(held, field) !== null) return [`${id}: ${record} has no ${field}`];
      return held.cited.has(`${source}:${line}:${field}`) ? [] : [`${id}: ${field} of ${record} is not cited to line ${line}`];
    });
  });
}

function wrongWithSilence({ id, source, line, places }: Fact): string[] {
  return places.flatMap(({ record, silent }) => {
    const held = records.get(record);
    if (held === undefined) return [];
    return silent.flatMap((field) => {
      if (absenceOf(held, field) !== "NOT_STATED") return [`${id}: ${field} of ${record} is not NOT_STATED`];
      return held.cited.has(`${source}:${line}`) ? [] : [`${id}: ${record} is not cited to line ${line}`];
    });
  });
}

/** Why a field has no value; null where it has one. The files write absence in small letters, and choices in capitals. */
function absenceOf({ values, gaps }: Held, field: string): string | null {
  const value = values.get(field);
  if (value === undefined || value === null) return gaps[field] ?? "UNKNOWN";
  return typeof value === "string" && value === value.toLowerCase() ? readAbsence(value) : null;
}

function readRecords(): Map<string, Held> {
  const records = new Map<string, Held>();
  for (const name of readdirSync(documents).filter((file) => file.endsWith(".ndjson")).toSorted()) {
    const [first, ...rest] = readFileSync(join(documents, name), "utf8").trimEnd().split("\n");
    const { source } = header.parse(JSON.parse(first ?? ""));
    for (const text of rest) take(records, line.parse(JSON.parse(text)), source);
  }
  return records;
}

/** Adds what one line says to the record that it is about. */
function take(records: Map<string, Held>, { record, amend, ref, gaps, cite, ...fields }: z.infer<typeof line>, ownSource: string): void {
  const key = `${record ?? amend}:${ref}`;
  const held: Held = records.get(key) ?? { values: new Map(), gaps: {}, cited: new Set() };
  records.set(key, held);
  for (const [field, value] of Object.entries(fields)) held.values.set(field, value);
  held.gaps = gaps ?? held.gaps;
  for (const citation of cite) {
    const place = `${(citation.source ?? ownSource).slice(1)}:${citation.line}`;
    held.cited.add(place);
    for (const field of citation.fields ?? []) held.cited.add(`${place}:${field}`);
  }
}
