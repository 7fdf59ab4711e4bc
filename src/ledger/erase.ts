import { getTableName } from "drizzle-orm";
import { isId } from "../kernel/identity.ts";
import { Phrases, wordsIn, writingsOf } from "../kernel/phrases.ts";
import { refusal } from "../kernel/problem.ts";
import type { Erasable, RecordKind } from "./concept.ts";
import { ERASED, type Change, type Erasure, type Json, type StoredRecord } from "./entry.ts";
import { storedColumns, type Graph } from "./graph.ts";
import { quoted, type Projection } from "./projection.ts";
import { changesOfRecord, erasureOf, writtenAfter } from "./reading.ts";
import { canonical } from "./seal.ts";
import { asChange, type WrittenEntry } from "./written.ts";

/** A record that is to be erased, and the words by which somebody would know it beside its own names. */
export interface Subject {
  readonly kind: RecordKind;
  readonly erasable: Erasable;
  readonly id: string;
  readonly words: readonly string[];
}

/**
 * What erasing takes out of a ledger: every version of the subjects, and every version of another record, quote, reason
 * and key in which one of their names stands. Other records that can be erased keep theirs: a namesake's name is their own.
 */
export class Erasing {
  readonly phrases: Phrases;
  private readonly graph: Graph;
  private readonly projection: Projection;
  private readonly subjects: ReadonlyMap<string, Subject>;

  constructor(graph: Graph, projection: Projection, subjects: readonly Subject[]) {
    this.graph = graph;
    this.projection = projection;
    this.subjects = new Map(subjects.map((subject) => [subject.id, subject]));
    const names = this.names();
    this.phrases = new Phrases(names, this.namesakes(names));
  }

  /** What the ledger has to lose, and the records whose standing rows may hold a name. */
  found(): { readonly erasures: readonly Erasure[]; readonly standing: ReadonlyMap<string, RecordKind> } {
    const erasures: Erasure[] = [];
    const standing = new Map<string, RecordKind>();
    for (const text of this.entries()) {
      const { number, reason, key } = text.entry;
      const loses = (what: "QUOTE" | "REASON" | "KEY", position: number, value: string | null): void => {
        if (value !== null && this.phrases.standIn(value)) erasures.push({ what, entry: number, position, shape: null, instead: null });
      };
      loses("REASON", 0, reason);
      loses("KEY", 0, key);
      for (const { position, quote } of text.citations) loses("QUOTE", position, quote);
      for (const { row, change, earlier } of this.readable(text)) {
        const instead = this.instead(change);
        if (instead === null) continue;
        erasures.push({ what: "RECORD", entry: number, position: row.position, ...instead });
        if (earlier !== null) erasures.push({ what: "INSTEAD", ...earlier, shape: null, instead: null });
        for (const { type, shape, id } of this.projection.upgraded(change)) standing.set(id, this.projection.kindOf(type, shape));
      }
    }
    return { erasures, standing };
  }

  /** The record without the names. A word of a closed list is no name, whatever it looks like: its column takes nothing else. */
  without(record: StoredRecord, kind: RecordKind | null): StoredRecord {
    const columns = new Map(kind === null ? [] : storedColumns(kind.table).map((column) => [column.name, column]));
    const fields = Object.entries(record).map(([name, value]): [string, Json] => {
      const [all, some] = [this.replaced(value, false), this.replaced(value, true)];
      if (canonical(all) === canonical(value)) return [name, value];
      const takes = (candidate: Json): boolean => {
        try {
          columns.get(name)?.mapToDriverValue(candidate);
          return true;
        } catch {
          return false;
        }
      };
      return [name, takes(all) || !takes(some) ? all : some];
    });
    return { ...record, ...Object.fromEntries(fields) };
  }

  private replaced(value: Json, sparesCapitals: boolean): Json {
    if (typeof value === "string") return isId(value) || (sparesCapitals && /^[A-Z][A-Z_]+$/.test(value)) ? value : this.phrases.replaced(value, ERASED);
    if (Array.isArray(value)) return value.map((item: Json) => this.replaced(item, sparesCapitals));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]: [string, Json]) => [key, this.replaced(item, sparesCapitals)]));
  }

  /** What is to be read where a change was, and its shape; null where it can stay. */
  private instead(change: Change): { readonly shape: number; readonly instead: StoredRecord } | null {
    const { record, type, shape, id } = change;
    if (record === null) return null;
    const subject = this.subjects.get(id);
    const kind = this.projection.kinds.find((candidate) => candidate.type === type);
    if (subject === undefined && kind?.erasable !== undefined) return null;
    const upgraded = subject === undefined ? change : this.projection.upgraded(change).find((candidate) => candidate.id === id);
    if (upgraded === undefined || upgraded.record === null) return null;
    const without = this.without(upgraded.record, kind?.shape === upgraded.shape ? kind : null);
    const instead = subject === undefined ? without : withLeft(without, subject.erasable.leaves(id));
    return shape === upgraded.shape && canonical(instead) === canonical(record) ? null : { shape: upgraded.shape, instead };
  }

  /** Every name that the subjects have ever had, in every way of writing it. */
  private names(): string[] {
    const versions = [...this.subjects.keys()].flatMap((id) => changesOfRecord(this.graph, id, 0).map(({ change }) => change));
    const had = versions.flatMap((change) => this.projection.upgraded(change)).flatMap(({ id, record }) => {
      const subject = this.subjects.get(id);
      if (subject === undefined || record === null) return [];
      const left = subject.erasable.leaves(id);
      return subject.erasable.names.flatMap(({ name }) => (record[name] === left[name] ? [] : stringsIn(record[name] ?? null)));
    });
    const given = [...this.subjects.values()].flatMap(({ words }) => words);
    if (given.some((words) => wordsIn(words).join("").length < 2)) throw refusal("INVALID_TEXT", "A name to look for has at least two letters.");
    return [...new Set([...had, ...given].flatMap(writingsOf))];
  }

  /** Longer names that others have, of which one of the names is only a part. */
  private namesakes(names: readonly string[]): string[] {
    const phrases = new Phrases(names);
    const others = this.projection.kinds.flatMap(({ table, erasable }) => {
      if (erasable === undefined) return [];
      const columns = erasable.names.map(({ name }) => quoted(name)).join(", ");
      const rows = this.graph.run(`select id, ${columns} from ${quoted(getTableName(table))}`, []).filter(({ id }) => !this.subjects.has(String(id)));
      return rows.flatMap((row) => erasable.names.map(({ name }) => typeof row[name] === "string" ? row[name] : ""));
    });
    const same = new Set(names);
    return others.flatMap(writingsOf).filter((name) => phrases.standIn(name) && !same.has(name));
  }

  private readable({ changes }: WrittenEntry): { row: WrittenEntry["changes"][number]; change: Change; earlier: { entry: number; position: number } | null }[] {
    return changes.filter((row) => this.subjects.has(row.recordId) || row.record === null || this.phrases.mayStandInJson(row.record)).map((row) => {
      const erasure = erasureOf(this.graph, row);
      if (erasure === null) return { row, change: asChange(row), earlier: null };
      const { entry, position, shape, instead } = erasure;
      return { row, change: asChange({ ...row, shape: shape ?? row.shape, record: instead }), earlier: { entry, position } };
    });
  }

  private *entries(): Generator<WrittenEntry> {
    for (let page = writtenAfter(this.graph, 0, PAGE); page.length > 0; page = writtenAfter(this.graph, page.at(-1)?.entry.number ?? 0, PAGE)) yield* page;
  }
}

/** So many entries are held in memory at a time. */
const PAGE = 500;

/** A record does not write down the fields that are empty. */
function withLeft(record: StoredRecord, left: Readonly<Record<string, Json>>): StoredRecord {
  const { id, version } = record;
  return { ...Object.fromEntries(Object.entries({ ...record, ...left }).filter(([, value]) => value !== null)), id, version };
}

function stringsIn(value: Json): string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.flatMap((item: Json) => stringsIn(item)) : [];
}
