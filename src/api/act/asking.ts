import type { RecordKind } from "../../ledger/concept.ts";
import { quoted } from "../../ledger/projection.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { Fault } from "../fault.ts";
import type { Permissions } from "../role.ts";
import { verdict, wholesOf, type Row, type RowsBy } from "./scope.ts";
import { Sight, type SightParts } from "./sight.ts";

export interface AskingParts extends SightParts {
  /** What is done, as in the table of permissions. */
  readonly act: string;
  readonly permissions: Permissions;
}

/** Asks for permission, and remembers for what: what was not asked for is not written. */
export class Asking extends Sight {
  protected readonly act: string;
  private readonly permissions: Permissions;
  /** The ids for which permission was asked, and the values of records that are yet to be made. */
  private readonly asked = new Set<unknown>();

  constructor({ act, permissions, ...sight }: AskingParts) {
    super(sight);
    this.act = act;
    this.permissions = permissions;
  }

  /**
   * Asks whether the viewer may do this to a record, or make a record of these values. Every write needs it: of the record
   * itself, or of what it is part of. In an act made of several, each asks under a name of its own. `madeForIt`
   * are the values of a record that is made for this one, and will only then be part of it.
   */
  demand(kind: RecordKind, row: Row, act = this.act, madeForIt?: FieldValues): void {
    const answer = verdict(this.permissions, this.viewer, act, this.wholes(kind, row));
    if (!answer.allowed) throw new Fault("FORBIDDEN", `${answer.reason} Nothing was changed.`, { act });
    this.asked.add(typeof row["id"] === "string" ? row["id"] : row);
    if (madeForIt !== undefined) this.asked.add(madeForIt);
  }

  /** Asks whether the viewer may do to a record what reaches every other record as well: only a role for everything counts. */
  demandOfAll(id: string, act = this.act): void {
    const answer = verdict(this.permissions, this.viewer, act, new Set());
    if (!answer.allowed) throw new Fault("FORBIDDEN", `${answer.reason} It reaches the records of every system, so the role has to be held for everything. Nothing was changed.`, { act });
    this.asked.add(id);
  }

  /** Fails loudly where an act writes a record for which it has not asked: that is a mistake of ours. */
  protected mayWrite(kind: RecordKind, row: Row, values: FieldValues): void {
    if (this.asked.has(values) || this.asked.has(row["id"])) return;
    for (const whole of this.wholes(kind, row)) if (whole !== row["systemId"] && this.asked.has(whole)) return;
    throw new Error(`${this.act} writes a ${kind.type} for which it has not asked.`);
  }

  /** All that a record is part of. */
  private wholes(kind: RecordKind, row: Row): ReadonlySet<string> {
    const walk = wholesOf(this.byPrefix, kind, row);
    let step = walk.next();
    while (step.done !== true) step = walk.next(this.rows(step.value));
    return step.value;
  }

  private rows({ table, column, value }: RowsBy): readonly Row[] {
    return this.graph.run(`select * from ${quoted(table)} where ${quoted(column)} = ?`, [value]);
  }
}
