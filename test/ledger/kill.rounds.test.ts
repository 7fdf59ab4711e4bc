import { describe, expect, it, onTestFinished } from "vitest";
import { setTimeout as pause } from "node:timers/promises";
import type { Journal } from "../../src/ledger/journal.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { PostgresJournal } from "../../src/ledger/postgres/postgres-journal.ts";
import { FileJournal } from "../support/file-journal.ts";
import { counter, startWriter } from "../support/killed-writers.ts";
import { digestAt, freshFile, headDigest, openLedger, rowsAtHead, worldDdl } from "../support/ledger.ts";
import { startPostgres } from "../support/postgres.ts";
import { Project, Task } from "../support/world.ts";
import { entriesOf } from "./contract/store.ts";

/** ROUNDS=40 npx vitest run test/ledger/kill.rounds.test.ts kills for longer, as `.ci/run` does. */
const ROUNDS = Number(process.env["ROUNDS"] ?? 2);

/** A file on the disk, where a writer that waits for it can be killed as it waits. */
const freshFileOnDisk = (name?: string): string => freshFile(name, process.env["DISK"]);

/** What all the writers together have said. */
interface Said {
  readonly tried: Set<string>;
  readonly done: Map<string, number>;
}

/** Two processes write and are killed, over and over, and where it is said what lies between them; the acts that were not answered are tried again. */
async function writeAndKill(files: readonly [string, string], journal: string | null, rounds: number, killBetween: () => Promise<void> = async () => {}): Promise<Said> {
  const said: Said = { tried: new Set(), done: new Map() };
  for (let round = 1; round <= rounds; round += 1) {
    const open = [...said.tried].filter((key) => !said.done.has(key));
    const writers = files.map((file, index) =>
      startWriter({ file, journal, ddl: worldDdl, name: `${"ab"[index]}${round}`, retry: open.filter((_, position) => position % 2 === index) }),
    );
    for (const writer of writers) onTestFinished(() => { writer.end(); });
    await Promise.all(writers.map((writer) => writer.hasDone(open.length + 5)));
    if (Math.random() < 0.3) await killBetween();
    for (const writer of writers) {
      // Sometimes both at once, sometimes the other writes on alone for a while.
      await pause(Math.random() < 0.3 ? 0 : Math.random() * 300);
      await writer.kill();
      for (const key of writer.tried) said.tried.add(key);
      for (const [key, entry] of writer.done) {
        expect(said.done.get(key) ?? entry).toBe(entry);
        said.done.set(key, entry);
      }
    }
  }
  return said;
}

/** That nothing answered is lost, nothing is there twice, and nothing half. */
async function expectWhole(ledger: Ledger, { tried, done }: Said): Promise<void> {
  const [begun, ...written] = entriesOf(ledger);
  expect(begun).toMatchObject({ number: 1, key: "counter", changes: [{}, { id: counter }] });
  expect(written.map(({ number }) => number)).toEqual(written.map((_, index) => index + 2));
  const numbers = new Map(written.map(({ key, number }) => [key, number]));
  expect(numbers.size).toBe(written.length);
  for (const [key, entry] of done) expect([key, numbers.get(key)]).toEqual([key, entry]);
  for (const { key, reason, changes } of written) {
    expect(tried.has(key ?? "")).toBe(true);
    expect(changes).toHaveLength(Number(reason));
  }
  const projects = written.reduce((sum, { changes }) => sum + changes.length - 1, 1);
  expect(rowsAtHead(ledger, "select count(*) as count from projects")).toEqual([{ count: projects }]);
  expect(rowsAtHead(ledger, `select points, version from tasks where id = '${counter}'`)).toEqual([{ points: written.length, version: written.length + 1 }]);
  expect(ledger.verify()).toMatchObject({ sound: true, entries: ledger.head() });
  expect(await digestAt(ledger, ledger.head())).toBe(headDigest(ledger));
}

/** What each of the two servers has, once what was not answered is done too; the first is found to be whole. */
async function bothOf([one, other]: readonly [string, string], journal: () => Journal | Promise<Journal>, said: Said): Promise<readonly unknown[]> {
  const after = await openLedger({ file: one, journal: await journal() });
  await finish(after, said);
  await expectWhole(after, said);
  const second = await openLedger({ file: other, journal: await journal() });
  return [after, second].map((ledger) => [ledger.verify(), headDigest(ledger)]);
}

/** Tries once more what was never answered: now each of those is there exactly once as well. */
async function finish(ledger: Ledger, said: Said): Promise<void> {
  for (const key of said.tried) {
    if (said.done.has(key)) continue;
    const { entry } = await ledger.commit({ name: "work:record", actor: "writers", key, reason: "2" }, (draft) => {
      draft.change(Task, counter, { points: Number(draft.read(Task, counter)?.["points"]) + 1 });
      draft.create(Project, { title: `${key} 0` });
    });
    said.done.set(key, entry);
  }
}

describe("two writing processes that are killed again and again", () => {
  it("on one file lose nothing, double nothing and leave nothing half done", { timeout: 120_000 + ROUNDS * 10_000 }, async () => {
    const file = freshFileOnDisk();
    const said = await writeAndKill([file, file], null, ROUNDS);
    const begun = performance.now();
    const after = await openLedger({ file });
    // Whoever waits for the server to come back waits no longer than this, however long the log is that was left behind.
    expect(performance.now() - begun).toBeLessThan(5_000);
    await expectWhole(after, said);
    await finish(after, said);
    await expectWhole(after, said);
    expect(said.done.size).toBe(said.tried.size);
    // Twenty rounds and more, as `.ci/run` has, are to be about five thousand acts at the least.
    expect(said.done.size).toBeGreaterThan(ROUNDS < 20 ? ROUNDS * 10 : 5_000);
  });

  it("with a file each and a journal between them do so too, and end with the same graph", { timeout: 120_000 + ROUNDS * 10_000 }, async () => {
    const [shared, one, other] = [freshFileOnDisk("journal.db"), freshFileOnDisk(), freshFileOnDisk()];
    const said = await writeAndKill([one, other], shared, Math.ceil(ROUNDS / 2));
    const [after, second] = await bothOf([one, other], () => new FileJournal(shared), said);
    expect(second).toEqual(after);
  });

  it("with a file each and PostgreSQL between them, which is killed as well, do so too", { timeout: 120_000 + ROUNDS * 20_000 }, async () => {
    const postgres = await startPostgres();
    onTestFinished(async () => postgres.end());
    const [address, one, other] = [await postgres.freshDatabase(), freshFileOnDisk(), freshFileOnDisk()];
    const said = await writeAndKill([one, other], address, Math.ceil(ROUNDS / 2), async () => {
      await postgres.kill();
      await postgres.start();
    });
    const [after, second] = await bothOf([one, other], async () => PostgresJournal.open(address), said);
    expect(second).toEqual(after);
  });
});
