import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { copyLedger, type Copied } from "../../../src/ledger/copy/copy-ledger.ts";
import { FileHolding } from "../../../src/ledger/copy/file-holding.ts";
import type { Holding } from "../../../src/ledger/copy/holding.ts";
import type { TakenFrom } from "../../../src/ledger/catch-up.ts";
import { NotTaken } from "../../../src/ledger/journal.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { PostgresHolding } from "../../../src/ledger/postgres/postgres-holding.ts";
import { PostgresJournal } from "../../../src/ledger/postgres/postgres-journal.ts";
import { erasableKinds, Somebody } from "../../support/erasable.ts";
import { freshFile, headDigest, openLedger, tamper, worldDdl } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { act, codesOf, given } from "../contract/store.ts";

const postgres = usePostgres();
const parts = { kinds: erasableKinds, ddl: worldDdl };
const FEW = 2;

/** A place that is let go when the test is finished. */
async function opened(place: string, side: "FROM" | "TO"): Promise<Holding> {
  const holding = place.startsWith("postgres:") ? await PostgresHolding.open(place, { named: side, isThere: side === "FROM" }) : side === "FROM" ? await FileHolding.there(place, parts) : await FileHolding.thereOrNew(place, parts);
  onTestFinished(async () => holding.close());
  return holding;
}

async function copied(from: string, to: string): Promise<Copied> {
  return copyLedger(await opened(from, "FROM"), await opened(to, "TO"));
}

async function ledgerIn(file: string): Promise<Ledger> {
  return openLedger({ file, kinds: erasableKinds });
}

async function send(to: Ledger, input: string): Promise<unknown> {
  return to.commit(act({ key: "k1", input }), (draft) => draft.create(Somebody, { title: input }));
}

async function projects(ledger: Ledger, titles: readonly string[]): Promise<readonly string[]> {
  return Promise.all(titles.map(async (title) => given.project(ledger, { title })));
}

/** A way that breaks behind the first page that is taken over: to walk the seals asks for more at a time. */
function breakingAfterOne(from: Holding): Holding {
  let taken = 0;
  return {
    end: async () => from.end(), hashOf: async (number) => from.hashOf(number), asidePages: () => from.asidePages(), keepAside: async (pages) => from.keepAside(pages), close: async () => from.close(), takeFrom: async (other) => from.takeFrom(other),
    after: async (end, most) => {
      if (most === FEW) taken += 1;
      if (taken > 1) throw new NotTaken(new Error("cut"));
      return from.after(end, most);
    },
  };
}

/** A place that takes few at a time. */
function inSmallPages(to: Holding): Holding {
  return {
    end: async () => to.end(), hashOf: async (number) => to.hashOf(number), asidePages: () => to.asidePages(), keepAside: async (pages) => to.keepAside(pages), close: async () => to.close(), after: async (end, few) => to.after(end, few),
    takeFrom: async (other: TakenFrom) => to.takeFrom({ after: async (end) => other.after(end, FEW) }),
  };
}

describe("a copy of a ledger", () => {
  it("goes from a file to PostgreSQL, back to a file and on to another, and is the same ledger and the same graph everywhere", async () => {
    const [file, address, back, another] = [freshFile(), await postgres.freshDatabase(), freshFile("back.db"), freshFile("another.db")];
    const ledger = await ledgerIn(file);
    await projects(ledger, ["House", "Hut", "Barn"]);
    const end = { number: 3, hash: ledger.hashOf(3) };
    expect(await copied(file, address)).toEqual({ ...end, copied: 3 });
    expect(await copied(address, back)).toEqual({ ...end, copied: 3 });
    expect(await copied(back, another)).toEqual({ ...end, copied: 3 });
    const last = await ledgerIn(another);
    expect(last.verify()).toEqual(ledger.verify());
    expect(headDigest(last)).toBe(headDigest(ledger));
    // Whoever serves it goes on from there.
    const server = await openLedger({ kinds: erasableKinds, journal: await PostgresJournal.open(address) });
    await given.project(server, { title: "Shed" });
    expect(server.verify()).toMatchObject({ sound: true, entries: 4 });
  });

  it.for(["a file", "PostgreSQL"] as const)("to %s that was cut short goes on when it is asked for again, and once more for what the old server wrote meanwhile", async (to) => {
    const file = freshFile();
    const target = to === "a file" ? freshFile("target.db") : await postgres.freshDatabase();
    const ledger = await ledgerIn(file);
    await projects(ledger, ["House", "Hut", "Barn", "Shed", "Mill"]);
    const holding = inSmallPages(await opened(target, "TO"));
    await expect(copyLedger(breakingAfterOne(await opened(file, "FROM")), holding)).rejects.toThrow(/^A database could not be reached any more\. What was copied until then is whole/);
    expect(await holding.end()).toMatchObject({ number: 2, hash: ledger.hashOf(2) });
    expect(await copied(file, target)).toEqual({ number: 5, hash: ledger.hashOf(5), copied: 3 });
    await projects(ledger, ["Tower"]);
    expect(await copied(file, target)).toEqual({ number: 6, hash: ledger.hashOf(6), copied: 1 });
    expect(await copied(file, target)).toMatchObject({ number: 6, copied: 0 });
  });

  it.for(["a file", "PostgreSQL"] as const)("to %s holds nothing of what was erased, before it or between two runs", async (to) => {
    const file = freshFile();
    const target = to === "a file" ? freshFile("target.db") : await postgres.freshDatabase();
    const ledger = await ledgerIn(file);
    const [ada = "", bo = ""] = await projects(ledger, ["Ada Quibble", "Bo Quibble"]);
    await ledger.commit(act(), (draft) => { draft.erase(Somebody, ada, ["Ada Quibble"]); });
    await copied(file, target);
    const bytes = async (): Promise<string> => (to === "a file" ? [target, `${target}-wal`].map((name) => (existsSync(name) ? readFileSync(name, "latin1") : "")).join("") : postgres.bytesOf(target, "waymark.entries"));
    expect(await bytes()).not.toContain("Ada Quibble");
    await ledger.commit(act(), (draft) => { draft.erase(Somebody, bo, ["Bo Quibble"]); });
    expect(await copied(file, target)).toMatchObject({ number: 4, copied: 1 });
    expect(await bytes()).not.toContain("Quibble");
    const back = to === "a file" ? target : freshFile("back.db");
    if (to === "PostgreSQL") await copied(target, back);
    const copy = await ledgerIn(back);
    expect(copy.verify()).toEqual(ledger.verify());
    expect(headDigest(copy)).toBe(headDigest(ledger));
  });

  it.for(["a file", "PostgreSQL"] as const)("is refused where %s holds another ledger, by the entry from which on it is another, and where it is ahead", async (to) => {
    const [file, earlier] = [freshFile(), freshFile("earlier.db")];
    const target = to === "a file" ? freshFile("target.db") : await postgres.freshDatabase();
    const ledger = await ledgerIn(file);
    await projects(ledger, ["House", "Hut"]);
    await copied(file, earlier);
    await copied(file, target);
    const other = await openLedger({ kinds: erasableKinds, ...(to === "a file" ? { file: target } : { journal: await PostgresJournal.open(target) }) });
    await projects(other, ["Of its own", "And another"]);
    await expect(copied(file, target)).rejects.toThrow("TO goes on from FROM already: it holds 4 entries, of which FROM has 2. Nothing was copied.");
    await projects(ledger, ["Barn", "Mill", "Shed"]);
    await expect(copied(file, target)).rejects.toThrow("TO holds another ledger than FROM from entry 3 on. Nothing was copied");
    const stranger = freshFile("stranger.db");
    await projects(await ledgerIn(stranger), ["House"]);
    await expect(copied(stranger, target)).rejects.toThrow("TO holds another ledger than FROM from entry 1 on.");
    expect((await opened(target, "FROM").then(async (holding) => holding.end())).number).toBe(4);
  });

  it("is not made of what is not as it was sealed, nor of nothing", async () => {
    const [file, target] = [freshFile(), await postgres.freshDatabase()];
    const ledger = await ledgerIn(file);
    await expect(copied(file, target)).rejects.toThrow("FROM holds no entry: there is nothing to copy.");
    await projects(ledger, ["Agreed in May", "Hut"]);
    await ledger.close();
    tamper(file, "update changes set record = replace(record, 'May', 'June') where entry = 1");
    await expect(copied(file, target)).rejects.toThrow("FROM is not sound at entry 1: Entry 1 is not what was sealed. Nothing was copied.");
    expect(await postgres.run(target, "select number from waymark.entries")).toEqual([]);
    await expect(copied(freshFile("nowhere.db"), target)).rejects.toThrow(/^There is no file /);
    await expect(copied(await postgres.freshDatabase(), freshFile("back.db"))).rejects.toThrow(/^FROM names the database \w+ at 127\.0\.0\.1:\d+, which holds no ledger\.$/);
  });

  it("has all that is kept beside the ledger, as it stands each time, and knows keys for what they were used for", async () => {
    const [file, address, back] = [freshFile(), await postgres.freshDatabase(), freshFile("back.db")];
    const ledger = await ledgerIn(file);
    await send(ledger, "House");
    const kept = { owner: null, value: "whsec_1", until: new Date("9999-12-31T23:59:59.999Z") };
    for (let number = 0; number < 600; number += 1) await ledger.drawers.keep("webhook-secret", `s${number}`, kept);
    await ledger.drawers.keep("sessions", "one", { owner: "ann", value: "open", until: new Date("2100-01-01T00:00:00.000Z") });
    await copied(file, address);
    await ledger.drawers.drop("sessions", "one");
    await ledger.drawers.keep("webhook-secret", "s1", { ...kept, value: "whsec_2" });
    await copied(file, address);
    await copied(address, back);
    const server = await openLedger({ kinds: erasableKinds, journal: await PostgresJournal.open(address) });
    for (const copy of [server, await ledgerIn(back)]) {
      expect(await copy.drawers.all("webhook-secret")).toEqual(await ledger.drawers.all("webhook-secret"));
      expect(await copy.drawers.find("webhook-secret", "s1")).toEqual({ ...kept, value: "whsec_2" });
      expect(await copy.drawers.all("sessions")).toEqual([]);
      expect(await codesOf(send(copy, "Hut"))).toEqual(["KEY_REUSED"]);
      expect(await send(copy, "House")).toMatchObject({ repeated: true, entry: 1 });
    }
  });

  it("is found out where it lost something on the way", async () => {
    const [file, target] = [freshFile(), freshFile("target.db")];
    await projects(await ledgerIn(file), ["House", "Hut"]);
    await copied(file, target);
    tamper(target, "update entries set actor = 'somebody else' where number = 1");
    await expect(copied(file, target)).rejects.toThrow("The copy is not sound at entry 1: Entry 1 is not what was sealed. Do not use it.");
  });
});
