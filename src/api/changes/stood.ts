import { recordsAt, type StoredAs } from "../../ledger/between.ts";
import type { PlacedChange } from "../../ledger/changes-from.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import { upgraded } from "../../ledger/upgrade.ts";
import { wasOpenTo } from "../history/open-to.ts";
import type { Reader } from "./place.ts";

interface Version {
  readonly entry: number;
  readonly stood: StoredAs | null;
}

/** Records as they stood around some entries: as each of these found them, and as it left them. What is not known yet of a record is loaded in batches. */
export class Stood {
  private readonly reader: Reader;
  private readonly kinds: ReadonlyMap<string, RecordKind>;
  /** The entry after which the first of them comes. */
  private readonly start: number;
  private readonly atStart = new Map<string, StoredAs | null>();
  private readonly since = new Map<string, Version[]>();
  private readonly judged = new Map<StoredAs, boolean>();

  constructor(reader: Reader, kinds: ReadonlyMap<string, RecordKind>, start: number, changes: readonly PlacedChange[]) {
    this.reader = reader;
    this.kinds = kinds;
    this.start = start;
    for (const { change, entry, isErased } of changes) {
      // What has its first version here, nothing stood in the place of.
      if (change.version === 1) this.atStart.set(change.id, null);
      for (const { id, type, record } of upgraded(kinds, change)) {
        const kind = kinds.get(type);
        const versions = this.since.get(id) ?? [];
        versions.push({ entry: entry.number, stood: record === null || kind === undefined ? null : { kind, record, isErased } });
        this.since.set(id, versions);
      }
    }
  }

  /** Sees to it that these records can be asked about. */
  load(ids: readonly string[]): void {
    const unknown = [...new Set(ids)].filter((id) => !this.atStart.has(id));
    if (unknown.length === 0) return;
    const found = recordsAt(this.reader.moment.ledger, this.kinds, unknown, this.start);
    for (const id of [...unknown, ...found.keys()]) this.atStart.set(id, found.get(id) ?? null);
  }

  /** The record as an entry left it: null where it was not there, or not for this viewer. */
  seenAt(id: string, entry: number): StoredAs | null {
    const stood = this.at(id, entry);
    return stood !== null && this.isOpen(stood) ? stood : null;
  }

  /** The record as an entry left it, whoever may see it. */
  at(id: string, entry: number): StoredAs | null {
    const version = this.since.get(id)?.findLast((one) => one.entry <= entry);
    const stood = version === undefined ? this.atStart.get(id) : version.stood;
    if (stood === undefined) throw new Error(`Nobody has loaded ${id}.`);
    return stood;
  }

  private isOpen(stood: StoredAs): boolean {
    const known = this.judged.get(stood);
    if (known !== undefined) return known;
    const isOpen = wasOpenTo(this.reader, stood.kind, stood.record);
    this.judged.set(stood, isOpen);
    return isOpen;
  }
}
