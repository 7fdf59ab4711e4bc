import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/ledger/draft.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { erasableKinds, Somebody, wordsInBytes } from "../support/erasable.ts";
import { FewAtATime, FileJournal } from "../support/file-journal.ts";
import { digestAt, freshFile, headDigest, openLedger, steppingClock } from "../support/ledger.ts";
import { Task } from "../support/world.ts";
import { act, entriesOf, given, until } from "./contract/store.ts";

/** Longer than any word that a seal or an id could spell by chance. */
const NAMES = ["Xanthë Quibble", "Quibble, Murgatroyd", "Murgatroyd", "Ottoline Fenwick"] as const;
const PARTS = ["Quibble", "Xanthe", "Murgatroyd", "Ottoline", "Fenwick"];

type Step =
  | { readonly does: "meet"; readonly name: string }
  | { readonly does: "rename"; readonly who: number; readonly name: string }
  | { readonly does: "write"; readonly who: number; readonly name: string; readonly inLabel: boolean }
  | { readonly does: "rewrite"; readonly task: number; readonly name: string }
  | { readonly does: "drop"; readonly task: number }
  | { readonly does: "quote"; readonly task: number; readonly name: string }
  | { readonly does: "erase"; readonly who: number; readonly more: boolean };

const which = fc.nat({ max: 20 });
const name = fc.constantFrom(...NAMES);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant("meet" as const), name }),
  fc.record({ does: fc.constant("rename" as const), who: which, name }),
  fc.record({ does: fc.constant("write" as const), who: which, name, inLabel: fc.boolean() }),
  fc.record({ does: fc.constant("rewrite" as const), task: which, name }),
  fc.record({ does: fc.constant("drop" as const), task: which }),
  fc.record({ does: fc.constant("quote" as const), task: which, name }),
  fc.record({ does: fc.constant("erase" as const), who: which, more: fc.boolean() }),
);

/** What is done together; the act may say somebody's name in its reason and in its key. */
interface Doing {
  readonly steps: readonly Step[];
  readonly reason: string | null;
  readonly key: string | null;
}

const history: fc.Arbitrary<readonly Doing[]> = fc.array(fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 4 }), reason: fc.option(name), key: fc.option(name) }), { minLength: 2, maxLength: 12 });

function chosen(draft: Draft, table: "projects" | "tasks", index: number): string | null {
  const rows = draft.graph.run(`select id from ${table} order by id`, []);
  const id = rows[index % Math.max(rows.length, 1)]?.["id"];
  return typeof id === "string" ? id : null;
}

function take(draft: Draft, step: Step): void {
  if (step.does === "meet") {
    draft.create(Somebody, { title: step.name });
    return;
  }
  const id = "who" in step ? chosen(draft, "projects", step.who) : chosen(draft, "tasks", step.task);
  if (id === null) return;
  if (step.does === "rename") draft.change(Somebody, id, { title: step.name });
  if (step.does === "write") draft.create(Task, { title: step.inLabel ? "A task" : `Ask ${step.name}`, state: "OPEN", projectId: id, labels: step.inLabel ? [step.name] : [] });
  if (step.does === "rewrite") draft.change(Task, id, { title: `Then ask ${step.name.toUpperCase()}.` });
  if (step.does === "drop") draft.remove(Task, id);
  if (step.does === "quote") draft.cite({ sourceId: "sr_0", recordId: id, fields: [], line: 1, quote: `as ${step.name} says` });
  if (step.does === "erase") draft.erase(Somebody, id, step.more ? PARTS : []);
}

async function live(ledger: Ledger, acts: readonly Doing[]): Promise<void> {
  for (const [index, { steps, reason, key }] of acts.entries()) {
    // What erases is an act of its own: it may not say the names itself.
    for (const step of steps.filter(({ does }) => does === "erase")) await ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => { take(draft, step); });
    await ledger.commit(act({ reason: reason ?? undefined, key: key === null ? undefined : `${key} ${index}` }), (draft) => {
      for (const step of steps.filter(({ does }) => does !== "erase")) take(draft, step);
    });
  }
}

describe("a random history in which people are erased", () => {
  it("is sound, makes one graph in every way and at every entry, and holds no byte of a name once all are erased", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (acts) => {
        const shared = freshFile("journal.db");
        const [journal, others] = [new FileJournal(shared), new FewAtATime(shared)];
        const [file, followingFile, lateFile] = [freshFile(), freshFile(), freshFile()];
        const ledger = await openLedger({ file, kinds: erasableKinds, clock: steppingClock(), journal });
        const following = await openLedger({ file: followingFile, kinds: erasableKinds, journal: others });
        await live(ledger, acts);
        await given.project(ledger, { title: "Somebody" });
        await ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => {
          for (const { id } of draft.graph.run("select id from projects", [])) draft.erase(Somebody, String(id), PARTS);
        });
        const head = ledger.head();
        await until(() => following.head() === head && !following.wipes());
        const late = await openLedger({ file: lateFile, kinds: erasableKinds, journal: others });
        const verdict = ledger.verify();
        expect(verdict).toMatchObject({ sound: true, entries: head });
        const pasts = await Promise.all(Array.from({ length: head + 1 }, async (_, number) => digestAt(ledger, number)));
        const standing = headDigest(ledger);
        expect(pasts[head]).toBe(standing);
        await ledger.rebuild();
        for (const copy of [ledger, following, late]) {
          expect(copy.verify()).toEqual(verdict);
          expect(headDigest(copy)).toBe(standing);
          expect(await Promise.all(pasts.map(async (_, number) => digestAt(copy, number)))).toEqual(pasts);
          expect(entriesOf(copy)).toEqual(entriesOf(ledger));
        }
        for (const path of [file, followingFile, lateFile, shared]) expect(wordsInBytes(path, PARTS)).toEqual([]);
        await Promise.all([ledger.close(), following.close(), late.close()]);
      }),
      { numRuns: 15 },
    );
  });
});
