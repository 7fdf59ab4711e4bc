import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecordKind } from "../../src/ledger/concept.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { newId } from "../../src/kernel/identity.ts";
import { Refusal } from "../../src/kernel/problem.ts";
import { graphDigest } from "../../src/ledger/verify.ts";
import { FileJournal } from "../support/file-journal.ts";
import { digestAt, freshFile, headDigest, openLedger, rowsAtHead, steppingClock } from "../support/ledger.ts";
import { Project, Task } from "../support/world.ts";
import { act, entriesOf } from "./contract/store.ts";

/** Something that is tried on a record; which one, is chosen among those that there are. */
type Step =
  | { readonly does: "createProject"; readonly code: string | null }
  | { readonly does: "createTask"; readonly project: number; readonly parent: number | null; readonly gaps: Readonly<Record<string, "UNKNOWN" | "NOT_STATED">> }
  | { readonly does: "changeProject"; readonly project: number; readonly title: string; readonly code: string | null }
  | { readonly does: "changeTask"; readonly task: number; readonly points: number | null; readonly parent: number | null; readonly labels: readonly string[] }
  | { readonly does: "removeProject"; readonly project: number }
  | { readonly does: "removeTask"; readonly task: number }
  | { readonly does: "restore"; readonly gone: number }
  | { readonly does: "refuse" };

/** Acts that are handed in together; each is several steps. */
type History = readonly (readonly (readonly Step[])[])[];

const which = fc.nat({ max: 30 });
const whichOrNone = fc.option(which, { freq: 3 });
const code = fc.constantFrom("A", "B", "C", null);
const title = fc.constantFrom("House", "Hut", "Tent", "Cave");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant("createProject" as const), code }),
  fc.record({ does: fc.constant("createTask" as const), project: which, parent: whichOrNone, gaps: fc.dictionary(fc.constantFrom("points", "due", "parent"), fc.constantFrom("UNKNOWN" as const, "NOT_STATED" as const)) }),
  fc.record({ does: fc.constant("changeProject" as const), project: which, title, code }),
  fc.record({ does: fc.constant("changeTask" as const), task: which, points: fc.option(fc.integer({ min: -3, max: 3 })), parent: whichOrNone, labels: fc.array(title, { maxLength: 2 }) }),
  fc.record({ does: fc.constant("removeProject" as const), project: which }),
  fc.record({ does: fc.constant("removeTask" as const), task: which }),
  { arbitrary: fc.record({ does: fc.constant("restore" as const), gone: which }), weight: 2 },
  { arbitrary: fc.record({ does: fc.constant("refuse" as const) }), weight: 1 },
);
const history: fc.Arbitrary<History> = fc.array(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 10 });

function chosen(draft: Draft, table: "projects" | "tasks", index: number): string | null {
  const rows = draft.graph.run(`select id from ${table} order by id`, []);
  const id = rows[index % Math.max(rows.length, 1)]?.["id"];
  return typeof id === "string" ? id : null;
}

/** A record that was removed before this act or by it, with its kind. */
function removed(draft: Draft, index: number): { readonly kind: RecordKind; readonly id: string } | null {
  const rows = draft.graph.run("select distinct type, recordId as id from changes where recordId not in (select id from projects union all select id from tasks) order by recordId", []);
  const row = rows[index % Math.max(rows.length, 1)];
  return row === undefined ? null : { kind: row["type"] === "Project" ? Project : Task, id: String(row["id"]) };
}

const made = new WeakMap<Draft, number>();

/** The same id for the same place in a history, however often an act is tried there. */
function nextId(draft: Draft, prefix: string): string {
  const number = (made.get(draft) ?? 0) + 1;
  made.set(draft, number);
  return newId(prefix, `${String(draft.graph.run("select max(number) as head from entries", [])[0]?.["head"])}/${number}`);
}

function take(draft: Draft, step: Step): void {
  const project = (index: number): string | null => chosen(draft, "projects", index);
  const task = (index: number | null): string | null => (index === null ? null : chosen(draft, "tasks", index));
  switch (step.does) {
    case "createProject": {
      draft.create(Project, { title: "Project", code: step.code }, nextId(draft, "pj"));
      break;
    }
    case "createTask": {
      draft.create(Task, { title: "Task", state: "OPEN", projectId: project(step.project), parentId: task(step.parent), gaps: step.gaps }, nextId(draft, "tk"));
      break;
    }
    case "changeProject": {
      const id = project(step.project);
      if (id !== null) draft.change(Project, id, { title: step.title, code: step.code });
      break;
    }
    case "changeTask": {
      const id = task(step.task);
      if (id !== null) draft.change(Task, id, { points: step.points, parentId: task(step.parent), labels: step.labels });
      break;
    }
    case "removeProject": {
      const id = project(step.project);
      if (id !== null) draft.remove(Project, id);
      break;
    }
    case "removeTask": {
      const id = task(step.task);
      if (id !== null) draft.remove(Task, id);
      break;
    }
    case "restore": {
      const gone = removed(draft, step.gone);
      if (gone !== null) draft.restore(gone.kind, gone.id);
      break;
    }
    case "refuse": {
      throw new Refusal([{ code: "REFUSED", message: "This act is refused." }]);
    }
  }
}

/** Lives through a history. Answers the digest of the graph at the head, by the head's number, as it was seen at the time. */
async function lived(ledger: Ledger, history: History): Promise<ReadonlyMap<number, string>> {
  const seen = new Map([[0, headDigest(ledger)]]);
  for (const group of history) {
    await Promise.all(
      group.map(async (steps) => {
        try {
          await ledger.commit(act(), (draft) => {
            for (const step of steps) take(draft, step);
          });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }),
    );
    const digest = headDigest(ledger);
    expect(seen.get(ledger.head()) ?? digest).toBe(digest);
    seen.set(ledger.head(), digest);
  }
  return seen;
}

/** What an act did or would do, or the codes with which it is refused; and the graph as it is then. */
async function attempted(ledger: Ledger, key: string, steps: readonly Step[], dryRun: boolean): Promise<readonly [unknown, string]> {
  try {
    const { changes } = await ledger.commit(act({ key, dryRun }), (draft) => {
      for (const step of steps) take(draft, step);
    });
    if (!dryRun) return [changes, headDigest(ledger)];
    const lease = ledger.supposing(changes);
    const digest = graphDigest(lease.graph, ledger.kinds);
    lease.release();
    return [changes, digest];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.problems, headDigest(ledger)];
  }
}

describe("a random history", () => {
  it("can be read at every entry at which somebody looked, as it was then", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (history) => {
        const ledger = await openLedger({ clock: steppingClock() });
        const seen = await lived(ledger, history);
        for (const [number, digest] of seen) expect(await digestAt(ledger, number)).toBe(digest);
        for (const { at, number } of entriesOf(ledger)) expect(ledger.entryAt({ instant: at })).toBe(number);
        expect(ledger.verify()).toMatchObject({ sound: true, entries: ledger.head() });
        await ledger.close();
      }),
      { numRuns: 30 },
    );
  });

  it("is tried as it is then done: the same changes, the same graph, and nothing of it before", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (history) => {
        const ledger = await openLedger({ clock: steppingClock() });
        const acts = history.flat();
        for (const [index, steps] of acts.entries()) {
          const before = headDigest(ledger);
          const [tried, supposed] = await attempted(ledger, `k${index}`, steps, true);
          expect(headDigest(ledger)).toBe(before);
          const [done, then] = await attempted(ledger, `k${index}`, steps, false);
          expect([tried, supposed]).toEqual([done, then]);
        }
        await ledger.close();
      }),
      { numRuns: 15 },
    );
  });

  it("makes one graph in four ways: act by act, rebuilt in the file, built in memory, and taken over from a journal", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (history) => {
        const journal = new FileJournal(freshFile("journal.db"));
        const ledger = await openLedger({ clock: steppingClock(), journal });
        await lived(ledger, history);
        const live = headDigest(ledger);
        expect(await digestAt(ledger, ledger.head())).toBe(live);
        await ledger.rebuild();
        expect(headDigest(ledger)).toBe(live);
        const copy = await openLedger({ journal });
        expect(copy.head()).toBe(ledger.head());
        expect(headDigest(copy)).toBe(live);
        expect(copy.verify()).toEqual(ledger.verify());
        await Promise.all([ledger.close(), copy.close()]);
      }),
      { numRuns: 15 },
    );
  });

  it("counts a record's versions without gaps, names what changed, and after a removal only brings back", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (history) => {
        const ledger = await openLedger({ clock: steppingClock() });
        await lived(ledger, history);
        const versions = new Map<string, number>();
        const removed = new Set<string>();
        for (const change of entriesOf(ledger).flatMap(({ changes }) => changes)) {
          expect(change.version).toBe((versions.get(change.id) ?? 0) + 1);
          expect(change.operation === "CREATE").toBe(change.version === 1 || removed.has(change.id));
          expect(change.fields.length).toBeGreaterThan(0);
          versions.set(change.id, change.version);
          if (change.operation === "REMOVE") removed.add(change.id);
          else removed.delete(change.id);
        }
        const rows = rowsAtHead(ledger, "select id, version from projects union all select id, version from tasks");
        expect(new Map(rows.map(({ id, version }) => [id, version]))).toEqual(new Map([...versions].filter(([id]) => !removed.has(id))));
        await ledger.close();
      }),
      { numRuns: 15 },
    );
  });
});
