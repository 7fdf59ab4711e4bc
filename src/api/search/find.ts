import { and, sql, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { prefixOf } from "../../kernel/identity.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { columnsOf, tableStatement, type Graph } from "../../ledger/graph.ts";
import { visible } from "../access/audience.ts";
import { reading, type Context } from "../context.ts";
import { fieldOf } from "../field.ts";
import { matchText, nearness, readings, searchMatches, type Match } from "./match.ts";
import { searchTexts } from "./texts.ts";

type Text = typeof searchTexts.$inferSelect;

/** A record that was found, and the text by which. */
export interface Hit {
  /** Id of the record. */
  readonly id: string;
  readonly match: Match["kind"];
  readonly matchedText: string;
  readonly matchedField: string;
  /** Id of the record that has the text. */
  readonly matchedInId: string;
  /** Sorts what was found, the best first. */
  readonly rank: string;
}

/** Of more texts than this only the shortest are looked at. */
export const MOST_TEXTS = 1_000;

/** More words than this nobody types; what comes after them is not looked for. */
const MOST_WORDS = 12;

/** The records of some kinds that a viewer may see and that are called what somebody typed, each once, by its best text, in no order. */
export function find(context: Context, kinds: readonly RecordKind[], typed: string, prefixes: readonly string[]): Hit[] {
  const graph = reading(context);
  const read = readings(typed).map((words) => words.slice(0, MOST_WORDS));
  if (read.every((words) => words.length === 0)) return [];
  const search: Search = { graph, mayFind: mayBeFound(context, prefixes), places: placesOf(kinds), read };
  const known = new Set(read.flat().filter((word) => stands(search, word)));
  const meaning = meanings(graph);
  const possible = read.filter((words) => words.every((word) => known.has(word) || meaning(word).length > 0));
  // A word that stands in a name is not taken for another, unless nothing is called all of them.
  const found = named(search, possible, (word) => (known.has(word) ? [] : meaning(word)));
  return found.length > 0 || known.size === 0 ? found : named(search, possible, meaning);
}

interface Search {
  readonly graph: Graph;
  readonly mayFind: SQL | undefined;
  /** Where each kind stands among those that are called the same. */
  readonly places: ReadonlyMap<string, number>;
  /** What was typed, in each of its readings. */
  readonly read: readonly (readonly string[])[];
}

/** The words that a word, with one or two wrong letters, may be meant for. */
type Meaning = (word: string) => readonly string[];

/** What is called all words of one reading, each as it was typed or as it may be meant. */
function named(search: Search, possible: Search["read"], meaning: Meaning): Hit[] {
  if (possible.length === 0) return [];
  const term = (word: string): string => `(${[asTyped(word), ...meaning(word).map((other) => `"${other}"`)].join(" OR ")})`;
  const words = possible.map((all) => `(${all.map(term).join(" AND ")})`);
  const byRecord = new Map<string, Hit>();
  for (const text of texts(search, words.join(" OR "))) {
    const match = matchText(search.read, text.text, text.role);
    if (match === null) continue;
    const found = { id: text.leadsTo, match: match.kind, matchedText: text.text, matchedField: fieldOf(text.field), matchedInId: text.recordId, rank: rankOf(search, match, text) };
    const before = byRecord.get(found.id);
    if (before === undefined || found.rank < before.rank) byRecord.set(found.id, found);
  }
  return [...byRecord.values()];
}

/** Looks words up among all words of the index, which are read once, and only where a word is looked up. */
function meanings(graph: Graph): Meaning {
  const found = new Map<string, readonly string[]>();
  let terms: readonly string[] | null = null;
  return (word) => {
    terms ??= graph.run("select term from search_vocabulary where length(term) > 2", []).map((row) => String(row["term"]));
    const meant = found.get(word) ?? terms.filter((term) => nearness(word, term) !== null);
    found.set(word, meant);
    return meant;
  };
}

/** The word, or what begins with it. */
function asTyped(word: string): string {
  return `"${word}" *`;
}

const lead = alias(searchTexts, "lead");

/** The viewer may see the record that has the text, and the one that it leads to. */
function mayBeFound({ viewer }: Context, prefixes: readonly string[]): SQL | undefined {
  return and(
    visible(viewer, searchTexts),
    sql`(${searchTexts.leadsTo} = ${searchTexts.recordId} or exists (select 1 from ${searchTexts} "lead" where ${lead.recordId} = ${searchTexts.leadsTo} and ${visible(viewer, lead)}))`,
    sql`substr(${searchTexts.leadsTo}, 1, 2) in (select value from json_each(${JSON.stringify(prefixes)}))`,
  );
}

function texts({ graph, mayFind }: Search, words: string): Text[] {
  const written = sql`select ${columnsOf(searchTexts)} from search_words join ${searchTexts} on ${searchTexts.id} = search_words.rowid
    where search_words match ${words} and ${mayFind} order by length(${searchTexts.text}), ${searchTexts.id} limit ${MOST_TEXTS}`;
  return tableStatement<Text>(searchTexts, written).all(graph);
}

/** Whether the word, or one that begins with it, stands in a text that may be found: what may not be seen changes no answer. */
function stands({ graph, mayFind }: Search, word: string): boolean {
  const written = sql`select 1 as "found" from search_words join ${searchTexts} on ${searchTexts.id} = search_words.rowid where search_words match ${asTyped(word)} and ${mayFind} limit 1`;
  return tableStatement(searchTexts, written).first(graph) !== undefined;
}

/** The surer kind first, then what cost less, then the shorter, then in the order of the alphabet and of the concepts. */
function rankOf({ places }: Search, { kind, cost }: Match, { text, leadsTo }: Text): string {
  const numbers = [searchMatches.indexOf(kind), cost, text.length].map((number) => String(number).padStart(5, "0"));
  return [...numbers, text.toLowerCase(), String(places.get(prefixOf(leadsTo))).padStart(5, "0")].join(" ");
}

function placesOf(kinds: readonly RecordKind[]): ReadonlyMap<string, number> {
  return new Map(kinds.map(({ prefix, searchable }, place) => [prefix, searchable?.last === true ? place + kinds.length : place]));
}
