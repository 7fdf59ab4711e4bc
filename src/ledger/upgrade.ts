import type { RecordKind } from "./concept.ts";
import type { Change } from "./entry.ts";

/** An entry was written by a newer Waymark than this one: following stops here. */
export class UnknownShape extends Error {
  override readonly name = "UnknownShape";
  constructor(type: string, shape: number) {
    super(`The ledger holds ${type} in shape ${shape}, which this version of Waymark does not know. Start a newer version.`);
  }
}

/** What a change says in the shapes of today, whatever shape it was written in. */
export function upgraded(kinds: ReadonlyMap<string, RecordKind>, change: Change): readonly Change[] {
  const kind = kinds.get(change.type);
  if (kind === undefined || change.shape > kind.shape) throw new UnknownShape(change.type, change.shape);
  if (change.shape === kind.shape) return [change];
  const upgrade = kind.upgrades[change.shape];
  if (upgrade === undefined) throw new UnknownShape(change.type, change.shape);
  return upgrade(change).flatMap((next) => upgraded(kinds, next));
}
