/** So much of records is kept at hand, in letters and as many again for each value: some megabytes. */
const MOST = 4_000_000;

const NOTHING: ReadonlyMap<string, unknown> = new Map();

/** What a value takes beside its letters. */
const EACH = 16;

/**
 * Records that were read at one entry, by their ids and by how much was read of them. As nothing changes at an entry, they are what would be
 * read again. They are shared by all who read there, whoever those may be: who may see one is asked each time it is taken.
 */
export class RowsAtHand {
  private readonly byCut = new Map<object, Map<string, unknown>>();
  private weight = 0;

  /** The records of which no less than this was read. */
  of<Row>(cut: object): ReadonlyMap<string, Row> {
    // What stands under a cut was put there below, with its type.
    // oxlint-disable-next-line no-unsafe-type-assertion -- see above
    return (this.byCut.get(cut) ?? NOTHING) as ReadonlyMap<string, Row>;
  }

  /** Keeps records that were just read. Of very much, what was kept before goes. */
  keep(cut: object, rows: readonly { readonly id: string }[]): void {
    const added = rows.reduce((sum, row) => sum + weightOf(row), 0);
    if (this.weight + added > MOST) this.clear();
    if (added > MOST) return;
    this.weight += added;
    const kept = this.mapOf(cut);
    for (const row of rows) kept.set(row.id, row);
  }

  /** Forgets records that have changed. */
  forget(ids: readonly string[]): void {
    for (const kept of this.byCut.values()) for (const id of ids) kept.delete(id);
  }

  clear(): void {
    this.byCut.clear();
    this.weight = 0;
  }

  private mapOf(cut: object): Map<string, unknown> {
    const known = this.byCut.get(cut);
    if (known !== undefined) return known;
    const made = new Map<string, unknown>();
    this.byCut.set(cut, made);
    return made;
  }
}

function weightOf(value: unknown): number {
  if (typeof value === "string") return EACH + value.length;
  if (typeof value !== "object" || value === null) return EACH;
  let sum = EACH;
  for (const part of Object.values(value)) sum += weightOf(part);
  return sum;
}
