import { describe, expect, it } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { freshFile, openLedger } from "../support/ledger.ts";
import { Project } from "../support/world.ts";

async function act(ledger: Ledger): Promise<void> {
  await ledger.commit({ name: "project:open", actor: "test" }, (draft) => draft.create(Project, { title: "House" }));
}

/** What waiting comes to, as it comes. */
function waiting(ledger: Ledger, entry: number, signal = new AbortController().signal): { readonly done: Promise<void>; isDone: boolean } {
  const wait = { isDone: false, done: Promise.resolve() };
  wait.done = (async () => {
    await ledger.beyond(entry, signal);
    wait.isDone = true;
  })();
  return wait;
}

describe("waiting for the ledger to go on", () => {
  it("ends at once where there is something behind the entry already, and otherwise when there is", async () => {
    const ledger = await openLedger();
    const [first, second] = [waiting(ledger, 0), waiting(ledger, 1)];
    await act(ledger);
    await first.done;
    await ledger.beyond(0, new AbortController().signal);
    expect(second.isDone).toBe(false);
    await act(ledger);
    await second.done;
  });

  it("ends for what another process writes to the same file", async () => {
    const file = freshFile();
    const [ledger, other] = [await openLedger({ file }), await openLedger({ file })];
    const wait = waiting(ledger, 0);
    await act(other);
    await wait.done;
    expect(ledger.head()).toBe(1);
  });

  it("ends when it is told to, alone", async () => {
    const ledger = await openLedger();
    const stop = new AbortController();
    const [stopped, other] = [waiting(ledger, 0, stop.signal), waiting(ledger, 0)];
    stop.abort();
    await stopped.done;
    await waiting(ledger, 0, stop.signal).done;
    expect(other.isDone).toBe(false);
    await act(ledger);
    await other.done;
  });

  it("ends for everybody when the ledger is closed", async () => {
    const ledger = await openLedger();
    const waits = Array.from({ length: 20 }, () => waiting(ledger, 0));
    await ledger.close();
    await Promise.all(waits.map(async ({ done }) => done));
    expect(waits.every(({ isDone }) => isDone)).toBe(true);
  });
});
