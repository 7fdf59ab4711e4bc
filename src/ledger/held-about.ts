import { refusal } from "../kernel/problem.ts";
import { isId } from "../kernel/identity.ts";
import type { RecordKind } from "./concept.ts";
import { Erasing } from "./erase.ts";
import type { Graph } from "./graph.ts";
import { Projection } from "./projection.ts";
import { changesOfRecord } from "./reading.ts";

/** Something that a ledger holds about somebody, and the entry in which it stands. */
export interface HeldAbout {
  readonly entry: number;
  readonly at: string;
  readonly act: string;
  readonly actor: string;
  /** A version of a record, the words of a quote, a reason or a key; or an act that they did themselves. */
  readonly what: "RECORD" | "QUOTE" | "REASON" | "KEY" | "ACT";
  readonly record: { readonly type: string; readonly id: string; readonly version: number; readonly says: unknown } | null;
  readonly text: string | null;
}

/**
 * All that a ledger holds about a person or an account, in order: what erasing them would take out of it, of every version, and the acts that they did.
 * `words` are other names by which they may be called. Refuses a record that is nobody's.
 */
export function heldAbout(ledger: Graph, kinds: readonly RecordKind[], id: string, words: readonly string[]): readonly HeldAbout[] {
  const kind = kinds.find(({ prefix, erasable }) => erasable !== undefined && isId(id, prefix));
  if (kind?.erasable === undefined) throw refusal("INVALID_ID", `${id} is the id of no person and no account. Name one, such as pn_0123456789abcdef.`);
  if (changesOfRecord(ledger, id, 0, 1).length === 0) throw refusal("NOT_FOUND", `There is no ${kind.type} with the id ${id}.`);
  const { erasures } = new Erasing(ledger, new Projection(ledger.sqlite, kinds), [{ kind, erasable: kind.erasable, id, words }]).found();
  const places = erasures.flatMap(({ what, entry, position }) => (what === "INSTEAD" ? [] : [{ what, entry, position }]));
  const acts = ledger.run("select number from entries where actor = ?", [id]).map(({ number }) => ({ what: "ACT" as const, entry: Number(number), position: 0 }));
  return [...places, ...acts].toSorted((a, b) => a.entry - b.entry).map(({ what, entry, position }) => ({ ...entryOf(ledger, entry), what, ...saidIn(ledger, what, entry, position) }));
}

function entryOf(ledger: Graph, number: number): Pick<HeldAbout, "entry" | "at" | "act" | "actor"> {
  const [row] = ledger.run("select at, act, actor from entries where number = ?", [number]);
  return { entry: number, at: String(row?.["at"]), act: String(row?.["act"]), actor: String(row?.["actor"]) };
}

function saidIn(ledger: Graph, what: HeldAbout["what"], entry: number, position: number): Pick<HeldAbout, "record" | "text"> {
  const text = (column: string, query: string, values: readonly unknown[]): Pick<HeldAbout, "record" | "text"> => {
    const value = ledger.run(query, values)[0]?.[column];
    return { record: null, text: typeof value === "string" ? value : null };
  };
  switch (what) {
    case "ACT": return { record: null, text: null };
    case "REASON": return text("reason", "select reason from entries where number = ?", [entry]);
    case "KEY": return text("key", "select key from entries where number = ?", [entry]);
    case "QUOTE": return text("quote", "select quote from citations where entry = ? and position = ?", [entry, position]);
    case "RECORD": {
      const [row] = ledger.run("select type, recordId, version, record from changes where entry = ? and position = ?", [entry, position]);
      return { record: { type: String(row?.["type"]), id: String(row?.["recordId"]), version: Number(row?.["version"]), says: JSON.parse(String(row?.["record"])) as unknown }, text: null };
    }
  }
}
