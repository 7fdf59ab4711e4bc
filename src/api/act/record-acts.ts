import { refusal } from "../../kernel/problem.ts";
import { oneOfType } from "../../kernel/type-words.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { FieldValues } from "../../ledger/record.ts";
import type { ActDraft, Path } from "./act-draft.ts";
import { valuesOf } from "./columns.ts";
import { askedHome, elsewhere, homeOf } from "./home.ts";
import { actOn, fieldFor, type KeptKinds } from "./kept.ts";

/** A record to be made, in a list whose items may point at one another. */
export interface RecordItem {
  readonly as?: string | null;
  /** One field, by the kind. */
  readonly record: Readonly<Record<string, object>>;
}

/** A record as somebody saw it, and what is to be changed of it: one field, by the kind. */
export interface RecordAmended {
  readonly id: string;
  readonly expectedVersion: number;
  readonly changes: Readonly<Record<string, object>>;
}

/** Makes every record of a list, and gives the id of the first. An item points at one before it by @ and its name. */
export function recordAll(draft: ActDraft, kinds: KeptKinds, records: readonly RecordItem[], path: Path): string {
  const names = new Map<string, string>();
  const refused = new Set<string>();
  const ids = draft.each(records, path, ({ as, record }, at) => {
    const waits = pointedAt(record).some((name) => refused.has(name));
    if (typeof as === "string") refused.add(as);
    // What is wrong with the one that it points at is said of that one, and by then all is refused.
    if (waits) return "";
    const id = make(draft, kinds, named(record, names), [...at, "record"]);
    if (typeof as === "string") names.set(as, id);
    if (typeof as === "string") refused.delete(as);
    return id;
  });
  return ids[0] ?? "";
}

/** Nobody moves a record to where they hold nothing: each whole that it comes to is asked, and it belongs where they do. */
export function amend(draft: ActDraft, kinds: KeptKinds, kind: RecordKind, { id, expectedVersion, changes }: RecordAmended): void {
  const act = actOn(kind, "amend");
  const [[name, values] = ["", {}]] = Object.entries(changes);
  const { row } = draft.findRecord(id, ["id"]);
  if (kinds.get(name) !== kind) throw refusal("INVALID_CHOICE", `This record is ${oneOfType(kind.type)}: what is to be changed stands under ${fieldFor(kind)}.`, ["changes", name]);
  draft.demand(kind, row, act);
  const path = ["changes", name];
  const edits = draft.merge(kind, id, expectedVersion, valuesOf(kind, values), path);
  askedHome(draft, kind, edits, act, path);
  const home = homeOf(draft, kind, { ...row, ...edits });
  if (home === null && edits["systemId"] !== undefined) draft.demand(kind, { systemId: edits["systemId"] }, act);
  draft.change(kind, id, { fields: home === null ? edits : { ...edits, systemId: home.systemId }, problems: [...elsewhere(edits, home), ...draft.systemUnseen(edits)] }, path);
}

/** What people have verbs of their own for was recorded for a reason, and so is removed for one. */
export function remove(draft: ActDraft, kind: RecordKind, { id, expectedVersion }: { readonly id: string; readonly expectedVersion: number }, isRuled: boolean): void {
  if (isRuled) draft.because("it is removed");
  draft.demand(kind, draft.findRecord(id, ["id"]).row, actOn(kind, "remove"));
  draft.isAt(kind, id, expectedVersion);
  draft.remove(kind, id);
}

/** What it is part of decides where it belongs and, unless it says otherwise, whom it is for; each whole that it names is asked. */
function make(draft: ActDraft, kinds: KeptKinds, record: RecordItem["record"], at: Path): string {
  const [[name, values] = ["", {}]] = Object.entries(record);
  const kind = kinds.get(name);
  if (kind === undefined) throw new Error(`Nothing of the name ${name} can be sent.`);
  const act = actOn(kind, "record");
  const sent = valuesOf(kind, values);
  const path = [...at, name];
  const home = askedHome(draft, kind, sent, act, path);
  const fields: FieldValues = home === null ? { audience: "PUBLIC", systemId: null, ...sent } : { audience: home.audience, ...sent, systemId: home.systemId };
  if (home === null) draft.demand(kind, fields, act);
  return draft.create(kind, { fields, problems: [...elsewhere(sent, home), ...draft.systemUnseen(sent)] }, path);
}

/** The names of records of the same list that one points at. */
function pointedAt(record: RecordItem["record"]): string[] {
  return Object.values(record).flatMap((values) => Object.values(values).flatMap((value: unknown) => (typeof value === "string" && value.startsWith("@") ? [value.slice(1)] : [])));
}

/** References that name a record of the same list, as its id. */
function named(record: RecordItem["record"], names: ReadonlyMap<string, string>): RecordItem["record"] {
  const resolved = (value: unknown): unknown => (typeof value === "string" && value.startsWith("@") ? (names.get(value.slice(1)) ?? value) : value);
  return Object.fromEntries(Object.entries(record).map(([kind, values]) => [kind, Object.fromEntries(Object.entries(values).map(([field, value]: [string, unknown]) => [field, resolved(value)]))]));
}
