import type { Standards } from "../../api/act/standard.ts";
import { isId, newId } from "../../kernel/identity.ts";
import { readDay, type Day } from "../../kernel/day.ts";
import { kebab } from "../../kernel/kebab.ts";
import { Refusal, refusal } from "../../kernel/problem.ts";
import { Phrases, wordsIn, writingsOf } from "../../kernel/phrases.ts";
import type { RecordKind } from "../../ledger/concept.ts";
import type { Draft } from "../../ledger/draft.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { Relations, type FieldValues } from "../../ledger/record.ts";
import { Upheld } from "./upheld.ts";
import { readActLine, readHeader, type ActLine, type ActsHeader } from "./act-line.ts";

/** How many lines of a file were recorded, and how many had been before. */
export interface ActsLoaded {
  readonly file: string;
  readonly recorded: number;
  readonly repeated: number;
}

export interface ActsOptions {
  readonly actor: string;
  /** Whether this is history from before the first live entry; its acts then count from the day on which they became known. */
  readonly founding: boolean;
  /** The day on which a file of the founding history became known that does not say it; today unless given. */
  readonly knownOn?: Day;
  /** What has to hold of records, whichever act writes them. */
  readonly standards: Standards;
}

/**
 * Loads a file of acts: newline-delimited JSON, a header and then one act a line, each an entry of its own. Loading it
 * again, or again after it was interrupted, loads nothing twice. The first line that cannot be taken is named.
 */
export async function loadActs(ledger: Ledger, text: string, options: ActsOptions): Promise<ActsLoaded> {
  const [first = "", ...rest] = text.split("\n");
  const header = at(1, () => readHeader(first));
  const names = new Names(ledger.kinds);
  const founding = options.founding ? foundingInstant(header, options.knownOn) : undefined;
  const lines = rest.map((line, index) => ({ line, number: index + 2 })).filter(({ line }) => line.trim() !== "");
  const read = lines.map(({ line, number }) => ({ number, ...at(number, () => actIn(line, names)) }));
  const people = peopleIn(read);
  for (const { number, act, kind } of read) at(number, () => { checkRef(act, kind, people); });
  const keyed = read.map((line) => ({ ...line, key: line.act.key ?? `${header.file}/${line.act.verb}/${line.act.type}/${line.act.ref}` }));
  // What was recorded before is left as it is: a server looks at each start, and mostly finds all of it.
  const before = ledger.doneUnder(options.actor, keyed.map(({ key }) => key));
  const wanted = keyed.filter(({ key }) => !before.has(key));
  const outcomes = await Promise.allSettled(
    wanted.map(async ({ number, act, kind, key }) => {
      const name = `${kebab(act.type)}:${act.verb}`;
      return ledger
        .commit({ name, actor: options.actor, reason: act.reason ?? undefined, key, founding }, (draft) => { apply(draft, kind, act, { header, names, standards: options.standards }); })
        .catch((error: unknown) => { throw located(number, error); });
    }),
  );
  let repeated = keyed.length - wanted.length;
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") throw outcome.reason;
    if (outcome.value.repeated) repeated += 1;
  }
  return { file: header.file, recorded: keyed.length - repeated, repeated };
}

function actIn(line: string, names: Names): { readonly act: ActLine; readonly kind: RecordKind } {
  const act = readActLine(line);
  return { act, kind: names.kind(act.type) };
}

/** The names of all those in a file who can ask to be erased. */
function peopleIn(read: readonly { readonly act: ActLine; readonly kind: RecordKind }[]): Phrases {
  return new Phrases(read.flatMap(({ act, kind }) => namesIn(act, kind)).flatMap(writingsOf));
}

function namesIn({ fields }: ActLine, { erasable }: RecordKind): string[] {
  return (erasable?.names ?? []).map(({ name }) => fields[name]).filter((name) => typeof name === "string");
}

/** Ids follow from refs and stay for ever. A ref that is somebody's name would let anybody check a guess of it, even when they are erased. */
function checkRef(act: ActLine, kind: RecordKind, people: Phrases): void {
  const own = new Set(namesIn(act, kind).flatMap(wordsIn));
  const isOwnName = (text: string): boolean => wordsIn(text).some((word) => own.has(word));
  for (const [field, text] of [["ref", act.ref], ["key", act.key ?? ""]] as const) {
    if (people.standIn(text) || isOwnName(text)) throw refusal("NAME_IN_REF", `${field} is for ever, and names of people are not: choose one without the name, as person-1.`, [field]);
  }
}

interface Loading {
  readonly header: ActsHeader;
  readonly names: Names;
  readonly standards: Standards;
}

function apply(draft: Draft, kind: RecordKind, act: ActLine, { header, names, standards }: Loading): void {
  const upheld = new Upheld(draft, kind, standards);
  const id = names.id(kind, act.ref);
  const given: FieldValues = Object.fromEntries(Object.entries(act.fields).map(([field, value]): [string, unknown] => [field, names.resolved(kind, field, value)]));
  if (act.verb === "remove") {
    upheld.removing(id, () => { draft.remove(kind, id); });
  } else if (act.verb === "amend") {
    upheld.changing(id, given, () => { draft.change(kind, id, given); });
  } else {
    const { audience, systemId } = header.defaults;
    draft.create(kind, { audience, systemId: names.resolved(kind, "systemId", systemId), ...given }, id);
    upheld.made(id, given);
  }
  for (const { source, line, quote, fields } of act.citations) {
    const cited = source ?? header.defaults.source;
    if (cited === null) throw refusal("BAD_CITATION", "This citation names no source, and the file has none for all.", ["cite"]);
    draft.cite({ sourceId: names.id(names.kind("Source"), cited.replace(/^@/, "")), recordId: id, fields, line, quote });
  }
}

/** Turns the names that a file gives to records into ids: always the same id for the same name. */
class Names {
  private readonly byType: ReadonlyMap<string, RecordKind>;
  private readonly relations: Relations;

  constructor(kinds: readonly RecordKind[]) {
    this.byType = new Map(kinds.map((kind) => [kind.type, kind]));
    this.relations = new Relations(kinds);
  }

  kind(type: string): RecordKind {
    const kind = this.byType.get(type);
    if (kind === undefined) throw refusal("BAD_LINE", `There is no type ${type}. There are ${[...this.byType.keys()].join(", ")}.`);
    return kind;
  }

  id(kind: RecordKind, ref: string): string {
    const isOneAlready: boolean = isId(ref, kind.prefix);
    return isOneAlready ? ref : newId(kind.prefix, `${kind.type}/${ref}`);
  }

  /** A value as it is stored: where a field points at a record, `@name` becomes its id. */
  resolved(kind: RecordKind, field: string, value: unknown): unknown {
    if (typeof value !== "string" || !value.startsWith("@")) return value;
    const relation = this.relations.of(kind).find((candidate) => candidate.field === field);
    if (relation !== undefined) return this.id(relation.to, value.slice(1));
    // A field that can point at any kind names the kind as well: @Milestone:launch.
    const [, type, ref] = /^@([A-Z][A-Za-z]*):(.+)$/.exec(value) ?? [];
    return type === undefined || ref === undefined ? value : this.id(this.kind(type), ref);
  }
}

/** The middle of the day on which a file became known; where it does not say, now. */
function foundingInstant({ known }: ActsHeader, otherwise: Day | undefined): string {
  const day = known === null ? otherwise : readDay(known);
  return day === undefined ? new Date().toISOString() : `${day}T12:00:00.000Z`;
}

function at<Result>(number: number, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw located(number, error);
  }
}

/** The same refusal, with the number of the line that it is about. */
function located(number: number, error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.problems.map(({ code, message, path }) => ({ code, message: `Line ${number}: ${message}`, path: [number, ...(path ?? [])] })));
}
