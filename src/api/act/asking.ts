import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";
import { Fault } from "../fault/fault.ts";
import type { Act } from "../access/act.ts";
import type { Permissions, Row } from "../access/permission.ts";
import type { RecordTable } from "../loaders.ts";
import { actName } from "./act-enum.ts";
import { judged, type Judging } from "./judged.ts";
import type { Path } from "./ruled.ts";
import { wholesOf } from "./scope.ts";
import { Sight, type SightParts } from "./sight.ts";
import { walkedAt } from "./walked.ts";

export interface AskingParts extends SightParts {
  /** What is done, as in the table of permissions. */
  readonly act: Act;
  readonly permissions: Permissions;
}

/** Asks for permission, and remembers for what: what was not asked for is not written. */
export class Asking extends Sight {
  protected readonly act: Act;
  private readonly judging: Judging;
  /** The ids for which permission was asked, and the values of records that are yet to be made. */
  private readonly asked = new Set<unknown>();
  private readonly askedAs = new Set<Act>();

  constructor({ act, permissions, ...sight }: AskingParts) {
    super(sight);
    this.act = act;
    this.judging = { permissions, kinds: this.byPrefix, viewer: sight.viewer };
  }

  /**
   * Asks whether the viewer may do this to a record, or make a record of these values. Every write needs it: of the record
   * itself, or of what it is part of. In an act made of several, each asks under a name of its own. `madeForIt`
   * are the values of a record that is made for this one, and will only then be part of it.
   */
  demand(kind: RecordKind, row: Row, act = this.act, madeForIt?: FieldValues): void {
    const verdict = walkedAt(this.graph, judged(this.judging, { act, kind, row }));
    if (!verdict.allowed) throw new Fault("FORBIDDEN", `${verdict.reason} Nothing was changed.`, { act: actName(verdict.act) });
    this.askedAs.add(act);
    this.asked.add(typeof row["id"] === "string" ? row["id"] : row);
    if (madeForIt !== undefined) this.asked.add(madeForIt);
  }

  /** The record with an id, for somebody who may do this to it: refuses one that they may not see, and asks whether they may. */
  findFor<Table extends RecordTable>(act: Act, kind: RecordKind<Table>, id: string, path: Path = []): Table["$inferSelect"] {
    const row = this.find(kind, id, path);
    this.demand(kind, { ...row }, act);
    return row;
  }

  /** Lets this act change a record that it only reaches: whoever said what takes effect now was asked there when they said it. */
  reach(id: string): void {
    this.asked.add(id);
  }

  /** Whether permission was asked, and given, for a record or for what it is part of. */
  hasAskedFor(kind: RecordKind, row: Row): boolean {
    if (this.asked.has(row["id"])) return true;
    return [...walkedAt(this.graph, wholesOf(this.byPrefix, kind, row))].some((whole) => whole !== row["systemId"] && this.asked.has(whole));
  }

  /** Fails loudly where an act was done under one name and has asked under others only: that is a mistake of ours. */
  protected mayBeDone(): void {
    if (this.askedAs.size > 0 && !this.askedAs.has(this.act)) throw new Error(`${this.act} was done, and asked for under another name.`);
  }

  /** Fails loudly where an act writes a record for which it has not asked: that is a mistake of ours. */
  protected mayWrite(kind: RecordKind, row: Row, values: FieldValues): void {
    if (!this.asked.has(values) && !this.hasAskedFor(kind, row)) throw new Error(`${this.act} writes a ${kind.type} for which it has not asked.`);
  }
}
