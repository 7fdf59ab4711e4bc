import { getTableName } from "drizzle-orm";
import { notFound } from "../../../api/act/not-found.ts";
import { Problems } from "../../../api/act/ruled.ts";
import type { Sight } from "../../../api/act/sight.ts";
import { maySee } from "../../../api/access/audience.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import { holderOfOrgId } from "../../../domain/partners/organisation/store.ts";
import { isId, prefixOf } from "../../../kernel/identity.ts";
import { Refusal, refusal } from "../../../kernel/problem.ts";
import { quoted } from "../../../kernel/quoted.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import { quoted as column } from "../../../ledger/projection.ts";
import type { FieldValues } from "../../../ledger/record.ts";
import type { ImportPlace } from "./import-place.ts";
import type { ImportField, Pointing } from "./import-field.ts";
import type { ImportTable } from "./import-table.ts";
import { called } from "./references.ts";

/** What a row sends, and the records that it points at. */
interface PointedAt {
  readonly sent: FieldValues;
  readonly ids: readonly string[];
}

/** What a row sends, with the ids of the records that it names. Refuses every name that leads to none, or to several. */
export function pointedAt(sight: Sight, table: ImportTable, place: ImportPlace, sent: FieldValues): PointedAt {
  const wrong = new Problems();
  const found = table.fields.flatMap((field): [string, string | readonly string[]][] => {
    const named = sent[field.name];
    if (field.pointsAt.length === 0 || named === undefined || named === null) return [];
    const looking = new Looking(sight, place, field);
    const id = wrong.gather(() => (Array.isArray(named) ? named.map((one: Pointing) => looking.idOf(one)) : looking.idOf(named)), [field.name]);
    return id === null ? [] : [[field.name, id]];
  });
  wrong.refuse();
  return { sent: { ...sent, ...Object.fromEntries(found) }, ids: found.flatMap(([, ids]) => ids) };
}

/** Looks up what one field points at, among what the importer may see. */
class Looking {
  private readonly sight: Sight;
  private readonly list: string | null;
  private readonly kinds: readonly RecordKind<RecordTable>[];

  constructor(sight: Sight, { kinds, list }: ImportPlace, { pointsAt }: ImportField) {
    this.sight = sight;
    this.list = list;
    this.kinds = kinds.filter(({ type }) => pointsAt.includes(type));
  }

  idOf({ id, reference, orgId, name, any }: Pointing): string {
    // An id of another tracker is what its records are called in their list.
    if (id !== undefined) return this.only(this.firstOf(() => this.byId(id), () => this.byReference(id)), id);
    if (reference !== undefined) return this.only(this.byReference(reference), reference);
    if (orgId !== undefined) return this.only(this.byOrgId(orgId), orgId);
    if (name !== undefined) return this.only(this.byName(name), name);
    const written = any ?? "";
    return this.only(this.firstOf(() => this.byId(written), () => this.byReference(written), () => this.byOrgId(written), () => this.byName(written)), written);
  }

  private firstOf(...ways: readonly (() => readonly string[])[]): readonly string[] {
    for (const way of ways) {
      const found = way();
      if (found.length > 0) return found;
    }
    return [];
  }

  private byReference(name: string): readonly string[] {
    return this.list === null ? [] : called(this.sight, { list: this.list, name }, this.kinds);
  }

  private only(found: readonly string[], written: string): string {
    const [first, second] = new Set(found);
    if (first === undefined) throw isId(written) ? new Refusal([notFound(null, written, [])]) : refusal("NOT_FOUND", `There is nothing here called ${quoted(written)} that you may see. Write it as it stands here, or give its id.`);
    if (second !== undefined) throw refusal("NOT_FOUND", `More than one is called ${quoted(written)}. Give the id of the one that is meant.`);
    return first;
  }

  private byId(id: string): string[] {
    const kind = isId(id) ? this.kinds.find(({ prefix }) => prefix === prefixOf(id)) : undefined;
    return kind === undefined ? [] : this.seen(kind, [id]);
  }

  private byOrgId(orgId: string): string[] {
    const kind = this.kinds.find(({ type }) => type === "Organisation");
    return kind === undefined ? [] : this.seen(kind, holderOfOrgId(this.sight.graph, orgId, this.sight.today));
  }

  private byName(name: string): string[] {
    return this.kinds.flatMap((kind) => {
      const [named] = kind.searchable?.names ?? [];
      if (named === undefined || kind.searchable?.leadsTo !== undefined) return [];
      const rows = this.sight.graph.run(`select id from ${column(getTableName(kind.table))} where ${column(named.name)} = ? collate nocase limit 50`, [name]);
      return this.seen(kind, rows.map((row) => String(row["id"])));
    });
  }

  private seen(kind: RecordKind<RecordTable>, ids: readonly string[]): string[] {
    return ids.filter((id) => {
      const row = this.sight.read(kind, id);
      return row !== null && maySee(this.sight.viewer, row);
    });
  }
}
