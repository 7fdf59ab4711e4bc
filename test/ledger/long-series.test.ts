import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { Projection } from "../../src/ledger/projection.ts";
import type { Series } from "../../src/ledger/series.ts";
import { openForWriting } from "../../src/ledger/file.ts";
import { WrittenApart } from "../../src/ledger/write-apart.ts";
import { written } from "../../src/ledger/written.ts";
import { freshFile, openLedger, rowsAtHead } from "../support/ledger.ts";
import { kinds, Project, Task } from "../support/world.ts";
import { given, valueOf } from "./contract/store.ts";

/** So many projects make more entries than are written by whoever decided them. */
const MANY = 1_250;

const importing = { name: "projects:import", actor: "ann", reason: "A spreadsheet", key: "list", input: "the list" };

/** Makes many projects, each with a code of its own. */
async function makeMany(series: Series): Promise<string[]> {
  return Promise.resolve(Array.from({ length: MANY }, (_, place) => series.piece((draft) => draft.create(Project, { title: `Project ${place}`, code: `P-${place}` })).value));
}

const decide = async (series: Series): Promise<{ keep: true; value: string[] }> => ({ keep: true, value: await makeMany(series) });

const counted = (ledger: Ledger): unknown => rowsAtHead(ledger, "select count(*) as n from projects")[0]?.["n"];

describe("a series of many entries", () => {
  it("is written whole, as it was decided, and once under its key", async () => {
    const ledger = await openLedger();
    const house = await given.project(ledger, { title: "House" });
    const done = await ledger.series(importing, decide);
    expect(done).toMatchObject({ repeated: false, entries: { first: 2, last: 14 } });
    expect(counted(ledger)).toBe(MANY + 1);
    expect(await ledger.series(importing, decide)).toEqual({ value: null, repeated: true, entries: { first: 2, last: 14 } });
    await expect(ledger.series({ ...importing, input: "another list" }, decide)).rejects.toMatchObject({ problems: [{ code: "KEY_REUSED" }] });
    expect(ledger.verify()).toMatchObject({ sound: true, entries: 14 });
    await given.project(ledger, { title: "Hut" });
    expect(ledger.head()).toBe(15);
    expect(house).not.toBe(valueOf(done)?.[0]);
  });

  it("changes and removes what stands, hands values that only one can have from one to another, and may point at what comes later in it", async () => {
    const ledger = await openLedger();
    const ids = valueOf(await ledger.series(importing, decide)) ?? [];
    await ledger.series({ ...importing, key: "next" }, async (series) => {
      ids.forEach((id, place) => {
        series.piece((draft) => {
          if (place % 10 === 0) draft.remove(Project, id);
          else draft.change(Project, id, { code: `P-${place - 1}` });
        });
      });
      series.piece((draft) => draft.create(Task, { title: "Roof", state: "OPEN", projectId: ids[1] ?? "" }));
      return Promise.resolve({ keep: true, value: null });
    });
    expect(counted(ledger)).toBe(MANY - MANY / 10);
    expect(rowsAtHead(ledger, "select code from projects where title in ('Project 1', 'Project 19') order by code")).toEqual([{ code: "P-0" }, { code: "P-18" }]);
    expect(ledger.verify()).toMatchObject({ sound: true });
  });

  it("leaves nothing where it is not kept, and where its deciding fails", async () => {
    const ledger = await openLedger();
    expect(await ledger.series(importing, async (series) => ({ keep: false, value: (await makeMany(series)).length }))).toMatchObject({ value: MANY, entries: null });
    await expect(ledger.series(importing, async (series) => { await makeMany(series); throw new Error("The sheet ends here."); })).rejects.toThrow("The sheet ends here.");
    expect([ledger.head(), counted(ledger)]).toEqual([0, 0]);
  });

  it("and others of another process who write all the while are each there once", async () => {
    const file = freshFile();
    const [ledger, another] = [await openLedger({ file }), await openLedger({ file })];
    const done = new AbortController();
    const beside = (async () => {
      let count = 0;
      for (; !done.signal.aborted; count += 1) await given.project(another);
      return count;
    })();
    await ledger.series(importing, decide);
    done.abort();
    const others = await beside;
    expect(counted(ledger)).toBe(MANY + others);
    expect(ledger.verify()).toMatchObject({ sound: true });
  });
});

/** Entries on their way into a file that say nothing. */
async function handed(file: string): Promise<WrittenApart> {
  const sqlite = await openForWriting(freshFile());
  const apart = new WrittenApart(file, new Projection(sqlite, kinds));
  onTestFinished(() => {
    apart.end();
    sqlite.close();
  });
  for (let number = 1; number <= 11; number += 1) {
    apart.add(written({ number, id: `en_${number}`, at: "2024-03-01T09:00:00.000Z", recordedAt: "2024-03-01T09:00:00.000Z", founding: false, act: "test:act", actor: "ann", key: null, reason: null, previous: "genesis", changes: [], citations: [], erasures: [] }), []);
  }
  expect(apart.isLong).toBe(true);
  return apart;
}

describe("what is written apart", () => {
  it("is not written where the ledger has come to end elsewhere, or the graph is another", async () => {
    const file = freshFile();
    const ledger = await openLedger({ file });
    for (const [hash, stamp] of [["another", "stamp"], ["genesis", "another stamp"]] as const) {
      const apart = await handed(file);
      await apart.handedOver(null);
      apart.write({ number: 0, hash }, stamp);
      expect(await apart.outcome()).toBe("OVERTAKEN");
    }
    expect(ledger.head()).toBe(0);
  });

  it("says what stood in its way", async () => {
    const apart = await handed(join(freshFile(), "no", "such.db"));
    await expect(apart.handedOver(null)).rejects.toThrow("directory does not exist");
  });
});
