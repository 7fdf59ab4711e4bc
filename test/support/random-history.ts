import * as fc from "fast-check";
import { getTableConfig } from "drizzle-orm/sqlite-core";
import { getTableName } from "drizzle-orm";
import { getNamedType, getNullableType, isEnumType, isListType, isObjectType, type GraphQLOutputType } from "graphql";
import { audiences } from "../../src/api/access/audience.ts";
import { fieldOf } from "../../src/api/field.ts";
import { placeKind } from "../../src/domain/foundation/place/table.ts";
import { personKind } from "../../src/domain/partners/person/table.ts";
import { newId } from "../../src/kernel/identity.ts";
import { Refusal } from "../../src/kernel/problem.ts";
import type { Act } from "../../src/ledger/commit.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import { storedColumns } from "../../src/ledger/graph.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { quoted } from "../../src/ledger/projection.ts";
import { concepts } from "../../src/schema.ts";
import { schema } from "./schema.ts";

/**
 * Random histories of the domain's records: made, changed, shown to others, removed, brought back, erased and refused, several
 * in an act and several acts at once. No rule judges them, so they hold what no verb would write.
 */
export type RandomHistory = readonly (readonly RandomAct[])[];

export interface RandomAct {
  readonly steps: readonly RandomStep[];
  readonly reason: string | null;
}

/** What is tried; on which record and to what, is chosen by the numbers among what there is then. */
export interface RandomStep {
  readonly does: "MAKE" | "CHANGE" | "SHOW" | "REMOVE" | "RESTORE" | "ERASE" | "REFUSE";
  readonly which: number;
  readonly seed: number;
}

/** Kinds of every sort: places, names that can be erased, wholes and their parts, and what is dated, counted, paid and judged. */
const USUAL = new Set([
  "Place", "Organisation", "Person", "PersonRole", "HealthIntegrationTeam", "Group", "Programme", "ProgrammeGovernance", "Workstream", "Criterion", "Milestone", "Dependency", "DependencyWaiver",
  "StatusReport", "StatusReportItem", "Judgement", "Risk", "FundingAward", "AwardParty", "AwardSpend", "Post", "Measure", "MeasureActual", "Output", "Recommendation", "Pledge", "PledgeSignature", "PledgeAction", "Claim",
]);

export const usualKinds: readonly RecordKind[] = concepts.flatMap(({ kinds }): readonly RecordKind[] => kinds).filter(({ type }) => USUAL.has(type));

const step: fc.Arbitrary<RandomStep> = fc.record({
  does: fc.oneof(
    { arbitrary: fc.constant("MAKE" as const), weight: 8 },
    { arbitrary: fc.constant("CHANGE" as const), weight: 8 },
    { arbitrary: fc.constantFrom("SHOW" as const, "REMOVE" as const, "RESTORE" as const), weight: 4 },
    { arbitrary: fc.constantFrom("ERASE" as const, "REFUSE" as const), weight: 1 },
  ),
  which: fc.nat({ max: 1_000 }),
  seed: fc.nat(),
});

const act: fc.Arbitrary<RandomAct> = fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 8, size: "max" }), reason: fc.option(fc.constantFrom("Agreed by the board", "Ada Quibble asked for it", "*Later* than planned")) });

export const randomHistory: fc.Arbitrary<RandomHistory> = fc.array(fc.array(act, { minLength: 1, maxLength: 3, size: "max" }), { minLength: 2, maxLength: 6, size: "max" });

/** The same, in which somebody is erased every now and then. */
export const erasingHistory: fc.Arbitrary<RandomHistory> = fc.tuple(randomHistory, fc.nat({ max: 1_000 })).map(([history, which]) =>
  history.flatMap((together, index) => [together, [{ reason: null, steps: [{ does: "ERASE", which: which + index, seed: 0 }] }]]));

const SYSTEMS = ["North", "South"] as const;

/** The id of a system that every history begins with. */
export function systemId(name: (typeof SYSTEMS)[number]): string {
  return newId(placeKind.prefix, name);
}

/**
 * Lives through a history, beginning with two systems so that there is somebody whom records are for, and with three people who may
 * be named and erased. What is refused is left out. After what is done together, and before what comes then, something else may be done.
 */
export async function liveThrough(ledger: Ledger, history: RandomHistory, kinds: readonly RecordKind[] = usualKinds, inBetween: () => Promise<void> = async () => {}): Promise<void> {
  await ledger.commit({ name: "place:record", actor: "test" }, (draft) => {
    for (const name of SYSTEMS) draft.create(placeKind, { name, level: "SYSTEM", audience: "PUBLIC" }, systemId(name));
    for (const name of NAMES) draft.create(personKind, { name, visibility: "PUBLIC_ROLE", audience: "PUBLIC" }, newId(personKind.prefix, name));
  });
  for (const together of history) {
    await Promise.all(together.map(async (one) => attempt(ledger, one, kinds)));
    await inBetween();
  }
}

/** What erases may not say whom: each is an act of its own, without a reason. */
async function attempt(ledger: Ledger, { steps, reason }: RandomAct, kinds: readonly RecordKind[]): Promise<void> {
  const [erasing, others] = [steps.filter(({ does }) => does === "ERASE"), steps.filter(({ does }) => does !== "ERASE")];
  await tried(ledger, { name: "test:live", reason: reason ?? undefined }, others, kinds);
  for (const step of erasing) await tried(ledger, { name: "person:erase" }, [step], kinds);
}

async function tried(ledger: Ledger, as: Pick<Act, "name" | "reason">, steps: readonly RandomStep[], kinds: readonly RecordKind[]): Promise<void> {
  try {
    await ledger.commit({ ...as, actor: "test" }, (draft) => {
      for (const [index, step] of steps.entries()) unlessRefused(step, () => { take(draft, step, kinds, index); });
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** A step that cannot be taken is left out, and the act goes on without it; only an act that is to be refused is. */
function unlessRefused({ does }: RandomStep, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Refusal) || does === "REFUSE") throw error;
  }
}

function take(draft: Draft, { does, which, seed }: RandomStep, kinds: readonly RecordKind[], index: number): void {
  const pick = picker(seed);
  if (does === "REFUSE") throw new Refusal([{ code: "REFUSED", message: "This act is refused." }]);
  if (does === "MAKE") {
    make(draft, [...kinds.slice(which % kinds.length), ...kinds], pick, `${index} ${seed}`);
    return;
  }
  const found = does === "RESTORE" ? removedOnes(draft, kinds) : standing(draft, does === "ERASE" ? kinds.filter(({ erasable }) => erasable !== undefined) : kinds);
  const one = found[which % Math.max(found.length, 1)];
  if (one === undefined) return;
  const { kind, id } = one;
  if (does === "CHANGE") {
    const columns = storedColumns(kind.table).map(({ name }) => name);
    const values = valuesFor(draft, kind, pick, [pick(columns), pick(columns)]);
    if (values !== null) draft.change(kind, id, values);
  }
  if (does === "SHOW") draft.change(kind, id, { audience: pick(audiences), systemId: pick([null, ...SYSTEMS.map(systemId)]) });
  if (does === "REMOVE") draft.remove(kind, id);
  if (does === "RESTORE") draft.restore(kind, id);
  if (does === "ERASE") draft.erase(kind, id);
}

/** The first of these kinds that points at nothing which is not there; under the same id at the same place of a history, however often it is lived through. */
function make(draft: Draft, kinds: readonly RecordKind[], pick: Choose, place: string): void {
  for (const kind of kinds) {
    const values = valuesFor(draft, kind, pick, storedColumns(kind.table).map(({ name }) => name));
    if (values === null) continue;
    draft.create(kind, values, newId(kind.prefix, `${String(draft.graph.run("select max(number) as head from entries", [])[0]?.["head"])} ${place}`));
    return;
  }
}

type Choose = <Item>(items: readonly Item[]) => Item;

/** Chooses one thing after another, always the same for the same seed. */
function picker(seed: number): Choose {
  let state = seed;
  return (items) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const item = items[(state >>> 8) % items.length];
    if (item === undefined) throw new Error("There is nothing to choose from.");
    return item;
  };
}

const FIXED = new Set(["id", "version", "gaps"]);

/** Values for some columns of a kind; null where something has to be pointed at that there is not. */
function valuesFor(draft: Draft, kind: RecordKind, pick: Choose, columns: readonly string[]): Record<string, unknown> | null {
  const entries: [string, unknown][] = [];
  for (const column of storedColumns(kind.table).filter(({ name }) => columns.includes(name) && !FIXED.has(name))) {
    const { name, notNull } = column;
    if (name === "systemId") {
      entries.push([name, pick([null, ...SYSTEMS.map(systemId)])]);
      continue;
    }
    const target = getTableConfig(kind.table).foreignKeys.find((key) => key.reference().columns[0]?.name === name)?.reference().foreignTable;
    if (target !== undefined) {
      const ids = idsOf(draft, getTableName(target));
      if (notNull && ids.length === 0) return null;
      entries.push([name, pick(notNull ? ids : [null, ...ids])]);
    } else if (name === "audience") entries.push([name, pick(["PUBLIC", ...audiences])]);
    else if (name === "recordId") entries.push([name, pick([null, ...idsOf(draft, "programmes")])]);
    else entries.push([name, !notNull && pick([true, false, false]) ? null : valueOf(kind, name, pick)]);
  }
  return Object.fromEntries(entries);
}

/** What people may be called. */
export const NAMES = ["Ada Quibble", "Bertram Quibble", "Cosima Thwaite"] as const;

const TEXTS = ["Launch", "Charter & “plan”", "Ask Ada Quibble", "# Not a heading", "**Bold** <b>claim</b>", "A | B", "[link](https://example.org)", "Two\nlines"];

const SAMPLES: Readonly<Record<string, readonly unknown[]>> = {
  Boolean: [true, false], Int: [1, 2, 3], Day: ["2023-04-01", "2024-07-05"], Instant: ["2024-07-05T11:00:00.000Z"], FinancialYear: ["2022-23", "2023-24"],
  PartialDate: ["April 2023", "April / May 2023", "5 July 2024", "2022-23", "2025", "not stated", "unknown"],
  Money: ["£5", "£15,450.50", "£1.2m", "not stated"],
  Quantity: ["3 people", "over 100 people", "23 organisations", "several", "not stated"],
};

/** Something that the column can hold, by the type of the field that shows it. */
function valueOf(kind: RecordKind, column: string, pick: Choose): unknown {
  if (kind.erasable?.names.some(({ name }) => name === column) === true) return pick(NAMES);
  const type = schema.getType(kind.type);
  const field = isObjectType(type) ? type.getFields()[fieldOf(column)] : undefined;
  if (field === undefined) throw new Error(`${kind.type} does not show ${column}.`);
  if (column === "entry") return 1;
  const one = (): unknown => sampleOf(field.type, column, pick);
  return isListType(getNullableType(field.type)) ? pick([[], [one()], [one(), one()]]) : one();
}

function sampleOf(type: GraphQLOutputType, column: string, pick: Choose): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) return pick(named.getValues()).name;
  return pick(column === "financialYear" ? SAMPLES["FinancialYear"] ?? [] : SAMPLES[named.name] ?? TEXTS);
}

interface Standing {
  readonly kind: RecordKind;
  readonly id: string;
}

function standing(draft: Draft, kinds: readonly RecordKind[]): Standing[] {
  return kinds.flatMap((kind) => idsOf(draft, getTableName(kind.table)).map((id) => ({ kind, id })));
}

function removedOnes(draft: Draft, kinds: readonly RecordKind[]): Standing[] {
  const there = new Set(standing(draft, kinds).map(({ id }) => id));
  const ever = draft.graph.run("select distinct type, recordId as id from changes order by recordId", []);
  return ever.flatMap((row) => {
    const [kind, id] = [kinds.find(({ type }) => type === row["type"]), String(row["id"])];
    return kind === undefined || there.has(id) ? [] : [{ kind, id }];
  });
}

function idsOf(draft: Draft, table: string): string[] {
  return draft.graph.run(`select id from ${quoted(table)} order by id`, []).map((row) => String(row["id"]));
}
