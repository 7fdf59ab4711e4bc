import { getTableColumns, getTableName } from "drizzle-orm";
import { isId, newId } from "../kernel/identity.ts";
import { londonDay, type Day } from "../kernel/day.ts";
import { isPlainText } from "../kernel/plain-text.ts";
import { Refusal, refusal, type Problem } from "../kernel/problem.ts";
import type { RecordKind } from "./concept.ts";
import { MOST_CHANGES, MOST_QUOTED_WORDS, type Change, type Citation, type Erasure, type StoredRecord } from "./entry.ts";
import { Erasing, type Subject } from "./erase.ts";
import type { Graph } from "./graph.ts";
import { unknownFields } from "./named-fields.ts";
import { changesOf, changesOfRecord, firstUse, lastEntryOf, lastTwoChanges, wasUsed } from "./reading.ts";
import { quoted, type Projection } from "./projection.ts";
import { changedFields, checkRecord, type FieldValues, type Relation, type Relations } from "./record.ts";

const notPlain: Problem = { code: "INVALID_TEXT", message: "What this act says of itself, its reason, its key or a quote, holds characters that are not text. Nothing was changed: write it again, or paste it as plain text." };

interface Touched {
  readonly kind: RecordKind;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord | null;
  /** As it stood when this act removed it; null while it stands. */
  readonly removed: StoredRecord | null;
}

/** That a record was changed since somebody saw it, for telling that person: what, and by whom and when at last. */
export interface ChangedSince {
  /** The fields that were changed since, by whomever, in the order of the alphabet. */
  readonly fields: readonly string[];
  /** Who made the last of these changes, when it counts from, and the number of its entry. */
  readonly actor: string;
  readonly at: string;
  readonly entry: number;
}

/** Where an act is decided and written. */
export interface DraftPlace {
  readonly graph: Graph;
  readonly projection: Projection;
  readonly relations: Relations;
  readonly entryId: string;
  readonly at: string;
  /** What the act says beside its changes: reason, key and quotes. */
  readonly said: readonly (string | null | undefined)[];
}

/**
 * The graph at the head inside an open transaction: what an act writes here it reads here, and nobody else does until it
 * is durable. Takes ids and today from itself, so that an act that is decided again decides the same.
 */
export class Draft {
  readonly graph: Graph;
  /** When this act counts from. */
  readonly at: string;
  private readonly place: DraftPlace;
  private readonly touched = new Map<string, Touched>();
  private readonly cited: Citation[] = [];
  private readonly erased: Subject[] = [];
  private day: Day | null = null;
  private made = 0;
  private decided = false;

  constructor(place: DraftPlace) {
    this.place = place;
    this.graph = place.graph;
    this.at = place.at;
  }

  /** The day that it is in London. */
  get today(): Day {
    this.day ??= londonDay(new Date(this.at));
    return this.day;
  }

  /** Adds a record; without an id it gets a new one. Refuses an id that was ever used, and every unknown, missing and wrong field at once. */
  create(kind: RecordKind, values: FieldValues, id = this.newId(kind)): string {
    if (!isId(id, kind.prefix)) throw refusal("INVALID_ID", `An id for a ${kind.type} looks like ${kind.prefix}_0123456789abcdef. Leave it out to get one.`);
    if (this.read(kind, id) !== null) throw refusal("ALREADY_EXISTS", `There is already a ${kind.type} with the id ${id}.`);
    if (wasUsed(this.graph, id)) throw refusal("ALREADY_EXISTS", `The id ${id} belonged to a record that was removed. An id is never used again: leave it out to get a new one.`);
    this.put(kind, null, checkRecord(kind, id, 1, values));
    return id;
  }

  /** Changes the fields that are given and leaves the others; null empties a field. */
  change(kind: RecordKind, id: string, values: FieldValues): void {
    const before = this.existing(kind, id);
    const { id: _, version, ...fields } = before;
    const after = checkRecord(kind, id, this.versionAfter(id, version), { ...fields, ...values });
    if (changedFields(before, after).length === 0) return;
    this.put(kind, before, after);
  }

  /** Removes a record, with what is no more than a part of it. One that others point at stays, and the refusal lists them. */
  remove(kind: RecordKind, id: string): void {
    const before = this.existing(kind, id);
    for (const part of this.partsOf(kind, id)) this.remove(part.kind, part.id);
    const pointing = this.pointingAt(kind, id);
    if (pointing.length > 0) {
      const more = pointing.length > 20 ? ` and ${pointing.length - 20} more` : "";
      const named = pointing.slice(0, 20).map(({ type, id: at }) => `${type} ${at}`).join(", ");
      throw new Refusal([{
        code: "STILL_REFERENCED",
        message: `This ${kind.type} cannot be removed while others point at it: ${named}${more}. Nothing was changed.`,
        records: pointing.slice(0, 20).map((each) => each.id),
      }]);
    }
    this.put(kind, before, null);
  }

  /** Brings back a record that was removed, as its next version, with the fields that it had and the parts that went with it. What it points at has to be there. */
  restore(kind: RecordKind, id: string): void {
    if (this.read(kind, id) !== null) throw refusal("NOT_REMOVED", `This ${kind.type} was not removed: it is there. Nothing was changed.`);
    const here = this.touched.get(id);
    const removedHere = here?.kind === kind ? here.removed : null;
    const parts = this.wentWith(kind, id, removedHere !== null);
    this.put(kind, null, removedHere ?? this.removed(kind, id));
    for (const part of parts) this.restore(part.kind, part.id);
  }

  /** A removed record as it was, in its next version. Refuses an id of none, and of one that was erased. */
  removed(kind: RecordKind, id: string): StoredRecord {
    const [last, before] = lastTwoChanges(this.graph, id);
    const standing = last?.operation === "REMOVE" ? before : last;
    const today = standing === undefined ? null : this.asToday(kind, standing);
    if (last === undefined || today === null) throw refusal("NOT_FOUND", `There never was a ${kind.type} with the id ${id}.`);
    if (today.record === null) throw refusal("ERASED", `What this ${kind.type} said was erased, and cannot be brought back. Nothing was changed.`);
    const { id: _, version: __, ...fields } = today.record;
    return checkRecord(kind, id, last.version + 1, fields);
  }

  /** The record as it stood at a version that was recorded, as it is written today; null where it was removed or erased, or there is no such version. What this act has made is seen as it made it. */
  versionOf(kind: RecordKind, id: string, version: number): StoredRecord | null {
    const here = this.touched.get(id);
    if (here?.before === null && here.after?.version === 1) return version === 1 ? this.read(kind, id) : null;
    const [recorded] = changesOfRecord(this.graph, id, version - 1, version);
    return recorded === undefined ? null : (this.asToday(kind, recorded.change)?.record ?? null);
  }

  /** What was recorded of a record after a version, and by whom at last; only of some fields, where they are named. Null where nothing was. */
  changedSince(kind: RecordKind, id: string, version: number, among?: readonly string[]): ChangedSince | null {
    const since = changesOfRecord(this.graph, id, version).flatMap(({ change, ...entry }) => {
      const fields = (this.asToday(kind, change)?.fields ?? []).filter((field) => among?.includes(field) ?? true);
      return fields.length === 0 ? [] : [{ ...entry, fields }];
    });
    const last = since.at(-1);
    return last === undefined ? null : { ...last, fields: [...new Set(since.flatMap(({ fields }) => fields))].toSorted() };
  }

  /**
   * Erases somebody: their values, and every name that they have ever had, wherever it stands in the ledger. The record
   * keeps its place, and what points at it. Further words are what else they are called, such as a surname alone.
   */
  erase(kind: RecordKind, id: string, words: readonly string[] = []): void {
    const { erasable } = kind;
    if (erasable === undefined) throw new Error(`A ${kind.type} is never erased.`);
    if (this.read(kind, id) !== null) this.change(kind, id, erasable.leaves(id));
    else if (!isId(id, kind.prefix) || !wasUsed(this.graph, id)) this.existing(kind, id);
    this.erased.push({ kind, erasable, id, words });
  }

  /** Says where something that this act records is written. Refuses fields that the record does not have. */
  cite(citation: Citation): void {
    const kind = this.place.relations.kindOf(citation.recordId);
    if (kind === undefined) throw refusal("NOT_FOUND", `There is no record with the id ${citation.recordId}, for which a source is cited.`);
    const named = citation.fields.map((name, index) => ({ name, path: ["cite", this.cited.length, "fields", index] }));
    const problems = unknownFields(kind, named, ", for which a source is cited");
    if (citation.quote !== null && citation.quote.trim().split(/\s+/).length > MOST_QUOTED_WORDS) {
      problems.push({ code: "QUOTE_TOO_LONG", message: `A quote has at most ${MOST_QUOTED_WORDS} words. Choose those that say it, and leave the rest to the source.`, path: ["cite", this.cited.length, "quote"] });
    }
    if (!isPlainText(citation.quote ?? "")) problems.push({ ...notPlain, path: ["cite", this.cited.length, "quote"] });
    if (problems.length > 0) throw new Refusal(problems);
    this.cited.push(citation);
  }

  /** The record as it stands in this draft, or null. */
  read(kind: RecordKind, id: string): StoredRecord | null {
    const row = this.graph.run(`select * from ${quoted(getTableName(kind.table))} where id = ?`, [id])[0];
    if (row === undefined) return null;
    const fields = Object.values(getTableColumns(kind.table)).flatMap((column): [string, unknown][] => {
      const value = row[column.name];
      return value === null || value === undefined || column.generated !== undefined ? [] : [[column.name, column.mapFromDriverValue(value)]];
    });
    // A row is what `checkRecord` made of a record, column by column.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return Object.fromEntries(fields) as StoredRecord;
  }

  newId(kind: RecordKind): string {
    this.made += 1;
    return idOf(kind, this.place.entryId, this.made);
  }

  /** What was done here, one change for each record; nothing can be done here afterwards. Refuses an act that does too much at once, or says of itself what is no text. */
  outcome(): { changes: readonly Change[]; citations: readonly Citation[]; erasures: readonly Erasure[] } {
    if (this.place.said.some((text) => !isPlainText(text ?? ""))) throw new Refusal([notPlain]);
    const erasures = this.erasures();
    this.decided = true;
    const changes = [...this.touched.entries()].flatMap(([id, { kind, before, after }]): Change[] => {
      if (before === after) return [];
      const operation = before === null ? "CREATE" : after === null ? "REMOVE" : "CHANGE";
      const version = after?.version ?? (before?.version ?? 0) + 1;
      return [{ type: kind.type, shape: kind.shape, id, version, operation, record: after, fields: changedFields(before, after) }];
    });
    if (changes.length > MOST_CHANGES) {
      throw refusal("TOO_MANY_CHANGES", `One act can change at most ${MOST_CHANGES} records, and this one would change ${changes.length}. Nothing was changed: send it in parts.`);
    }
    return { changes, citations: this.cited, erasures };
  }

  /** Takes the names of those who are erased out of every record as it stands, and tells what the ledger loses. */
  private erasures(): readonly Erasure[] {
    if (this.erased.length === 0) return [];
    const erasing = new Erasing(this.graph, this.place.projection, this.erased);
    if ([...this.place.said, ...this.cited.map(({ quote }) => quote)].some((text) => erasing.phrases.standIn(text ?? ""))) {
      throw refusal("STILL_NAMED", "What this act says of itself holds a name that it erases. Leave the name out of its reason, its key and its quotes.");
    }
    const { erasures, standing } = erasing.found();
    const touched = [...this.touched].map(([id, { kind }]): [string, RecordKind] => [id, kind]);
    for (const [id, kind] of new Map([...standing, ...touched])) {
      const record = kind.erasable === undefined ? this.read(kind, id) : null;
      if (record === null) continue;
      const { id: _, version: __, ...without } = erasing.without(record, kind);
      this.change(kind, id, without);
    }
    return erasures;
  }

  /** What a change that was recorded says of a record of this kind, as it is written today; null where it is about another kind. */
  private asToday(kind: RecordKind, change: Change): Change | null {
    const today = this.place.projection.upgraded(change).find(({ type, id }) => type === kind.type && id === change.id);
    if (today === undefined || today.record === null) return today ?? null;
    const { id, version, ...fields } = today.record;
    return { ...today, record: { id, version, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) } };
  }

  private existing(kind: RecordKind, id: string): StoredRecord {
    const record = this.read(kind, id);
    if (record === null) throw refusal("NOT_FOUND", `There is no ${kind.type} with the id ${id}.`);
    return record;
  }

  /** An act makes one version of a record, however often it changes it and whatever it puts back in between. */
  private versionAfter(id: string, standing: number): number {
    const first = this.touched.get(id);
    if (first === undefined) return standing + 1;
    return first.before === null ? standing : first.before.version + 1;
  }

  private put(kind: RecordKind, current: StoredRecord | null, next: StoredRecord | null): void {
    if (this.decided) throw new Error("This draft is decided: what an act does, it does before its decision returns.");
    const id = next?.id ?? current?.id ?? "";
    const first = this.touched.get(id);
    // An act that puts back what it found has changed nothing.
    const original = first?.before ?? null;
    const after = next !== null && original !== null && changedFields(original, next).length === 0 ? original : next;
    if (after !== null) this.checkReferences(kind, after);
    this.place.projection.apply({
      type: kind.type, shape: kind.shape, id, version: after?.version ?? 0, operation: "CHANGE", record: after, fields: [],
    });
    this.touched.set(id, { kind, before: first === undefined ? current : original, after, removed: after === null ? current : null });
  }

  private checkReferences(kind: RecordKind, record: StoredRecord): void {
    const problems = this.place.relations.of(kind).flatMap(({ field, to }): Problem[] => {
      const target = record[field];
      if (typeof target !== "string" || target === record.id || this.exists(to, target)) return [];
      return [{ code: "NOT_FOUND", message: `There is no ${to.type} with the id ${target}.`, path: [field] }];
    });
    if (problems.length > 0) throw new Refusal(problems);
  }

  private exists(kind: RecordKind, id: string): boolean {
    return this.graph.run(`select 1 from ${quoted(getTableName(kind.table))} where id = ?`, [id]).length > 0;
  }

  private pointingAt(kind: RecordKind, id: string): { type: string; id: string }[] {
    return this.place.relations.to(kind).flatMap((relation) => this.pointingBy(relation, id).map((from) => ({ type: relation.from.type, id: from })));
  }

  /** The records that point at one by one of their fields, itself left out. */
  private pointingBy({ from, field }: Relation, id: string): string[] {
    return this.graph.run(`select id from ${quoted(getTableName(from.table))} where ${quoted(field)} = ? and id <> ? order by id`, [id, id]).map((row) => String(row["id"]));
  }

  /** What is no more than a part of a record. */
  private partsOf(kind: RecordKind, id: string): { kind: RecordKind; id: string }[] {
    return this.place.relations.parts(kind).flatMap((relation) => this.pointingBy(relation, id).map((part) => ({ kind: relation.from, id: part })));
  }

  /** The parts of a removed record that the act which removed it took away with it. */
  private wentWith(kind: RecordKind, id: string, here: boolean): { kind: RecordKind; id: string }[] {
    return this.place.relations.parts(kind).flatMap(({ from, field }) => {
      const gone = here
        ? [...this.touched].flatMap(([part, touched]) => (touched.kind === from && touched.removed !== null ? [part] : []))
        : changesOf(this.graph, lastEntryOf(this.graph, id) ?? 0).flatMap((change) => (change.type === from.type && change.operation === "REMOVE" ? [change.id] : []));
      return gone.filter((part) => (here ? this.touched.get(part)?.removed : this.removed(from, part))?.[field] === id).map((part) => ({ kind: from, id: part }));
    });
  }
}

function idOf({ prefix }: RecordKind, seed: string, place: number): string {
  return newId(prefix, `${seed}/${place}`);
}

/** So many ids of an act are looked at: the record that it is about is among the first that it makes. */
const LOOKED_AT = 4;

/** The record of a kind that was made from a seed before, whatever became of it since, and the entry that made it; null where there was none. */
export function madeBy(graph: Graph, kind: RecordKind, seed: string): { readonly id: string; readonly entry: number } | null {
  for (let place = 1; place <= LOOKED_AT; place += 1) {
    const id = idOf(kind, seed, place);
    const entry = firstUse(graph, id);
    if (entry !== null) return { id, entry };
  }
  return null;
}
