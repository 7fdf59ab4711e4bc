import { describe, expect, it } from "vitest";
import { digestAt, headDigest, inPast, rowsAtHead } from "../../support/ledger.ts";
import { logSize } from "../../support/write-ahead-log.ts";
import { Project, Task } from "../../support/world.ts";
import { act, codesOf, entriesOf, firstOf, given, until, type NewStore } from "./store.ts";

/** What readers see, and how long. */
export function describeReading(newStore: NewStore): void {
  describe("a lease", () => {
    it("stands still while others write", async () => {
      const { ledger } = await newStore().server();
      const id = await given.project(ledger, { title: "Before" });
      const lease = ledger.lease();
      await ledger.commit(act(), (draft) => draft.change(Project, id, { title: "After" }));
      expect(lease.number).toBe(1);
      expect(lease.graph.run("select title from projects", [])).toEqual([{ title: "Before" }]);
      expect(rowsAtHead(ledger, "select title from projects")).toEqual([{ title: "After" }]);
      expect(lease.graph.run("select title from projects", [])).toEqual([{ title: "Before" }]);
      lease.release();
    });

    it("is shared by all who read at one entry, until the last lets go", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      const [one, other] = [ledger.lease(), ledger.lease()];
      expect(other.graph).toBe(one.graph);
      one.release();
      one.release();
      expect(ledger.leased()).toBe(1);
      expect(other.graph.run("select count(*) as count from projects", [])).toEqual([{ count: 1 }]);
      await given.project(ledger);
      const later = ledger.lease();
      expect(later.graph).not.toBe(other.graph);
      expect([other.number, later.number, ledger.leased()]).toEqual([1, 2, 2]);
      other.release();
      later.release();
    });

    it("is shared by all who ask in one turn, begins once they have asked, and is let go with the last of them", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      const asked = [ledger.leaseTogether(), ledger.leaseTogether(), ledger.leaseTogether()];
      // What another process records while they ask is in it.
      expect(ledger.leased()).toBe(0);
      const [first, ...others] = await Promise.all(asked);
      first?.release();
      expect(others.map(({ number, graph }) => [number, graph.run("select count(*) as count from projects", [])])).toEqual([[1, [{ count: 1 }]], [1, [{ count: 1 }]]]);
      expect(ledger.leased()).toBe(1);
      await given.project(ledger);
      const later = await ledger.leaseTogether();
      expect([later.number, ledger.leased()]).toEqual([2, 2]);
      for (const lease of [...others, later]) lease.release();
      expect(ledger.leased()).toBe(0);
    });

    it("that cannot be given is refused to all who asked for it", async () => {
      const { ledger } = await newStore().server();
      const asked = Promise.allSettled([ledger.leaseTogether(), ledger.leaseTogether()]);
      await ledger.close();
      expect(await asked).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    });

    it("is let go when nobody reads, and its connection begins anew", async () => {
      const { ledger } = await newStore().server();
      const used = new Set<unknown>();
      for (let turn = 0; turn < 30; turn += 1) {
        const leases = [ledger.lease()];
        await given.project(ledger);
        leases.push(ledger.lease(), ledger.lease());
        for (const { graph } of leases) used.add(graph);
        for (const lease of leases) lease.release();
      }
      expect(ledger.leased()).toBe(0);
      expect(used.size).toBe(2);
    });

    it("does not keep the log from being used again", async () => {
      const { ledger, file } = await newStore().server();
      const title = "long ".repeat(20_000);
      for (let turn = 0; turn < 100; turn += 1) {
        await given.project(ledger, { title });
        rowsAtHead(ledger, "select count(*) from projects");
      }
      // A hundred acts of 200 kB each: SQLite begins its log anew when some four megabytes stand in it.
      expect(logSize(file)).toBeLessThan(8_000_000);
    });

    it("does not keep the log from being used again where there is always another one", async () => {
      const { ledger, file } = await newStore().server();
      const stop = new AbortController();
      const read = async (): Promise<void> => {
        while (!stop.signal.aborted) {
          const lease = ledger.lease();
          await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 8));
          lease.release();
        }
      };
      const readers = Array.from({ length: 4 }, read);
      const title = "long ".repeat(40_000);
      for (let turn = 0; turn < 60; turn += 1) await given.project(ledger, { title });
      stop.abort();
      await Promise.all(readers);
      // Sixty acts of 400 kB each.
      expect(logSize(file)).toBeLessThan(18_000_000);
    });

    it("reads only", async () => {
      const { ledger } = await newStore().server();
      const lease = ledger.lease();
      expect(() => lease.graph.sqlite.exec("delete from entries")).toThrow("readonly");
      lease.release();
    });
  });

  describe("a follower", () => {
    it("is given every entry after a number, once and in order, those to come included", async () => {
      const { ledger } = await newStore().server();
      for (let made = 0; made < 250; made += 1) void given.project(ledger);
      await given.project(ledger);
      const following = firstOf(ledger.follow(100, new AbortController().signal), 200);
      for (let made = 0; made < 49; made += 1) {
        await given.project(ledger);
        if (made % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
      }
      const entries = await following;
      expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 200 }, (_, index) => index + 101));
      expect(entries).toEqual(ledger.entriesAfter(100, 200));
    });

    it("is woken by an act at once, without waiting to look by itself", async () => {
      const { ledger } = await newStore().server();
      const feed = ledger.follow(0, new AbortController().signal);
      const began = Date.now();
      for (let turn = 1; turn <= 30; turn += 1) {
        const next = feed.next();
        await new Promise((resolve) => setTimeout(resolve, 1));
        await given.project(ledger);
        expect((await next).value).toMatchObject({ number: turn });
      }
      // A follower that only looks by itself, ten times a second, would need some three seconds.
      expect(Date.now() - began).toBeLessThan(2_000);
    });

    it("is given what another server has written", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      const following = firstOf(other.ledger.follow(0, new AbortController().signal), 3);
      for (const title of ["a", "b", "c"]) {
        await given.project(one.ledger, { title });
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await following).toEqual(entriesOf(one.ledger));
      expect(rowsAtHead(other.ledger, "select title from projects order by title")).toEqual([{ title: "a" }, { title: "b" }, { title: "c" }]);
    });

    it("stops when it is told to, and when the ledger closes", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      const stop = new AbortController();
      const [stopped, closed] = [firstOf(ledger.follow(0, stop.signal), 9), firstOf(ledger.follow(0, new AbortController().signal), 9)];
      stop.abort();
      expect(await stopped).toHaveLength(1);
      await ledger.close();
      expect(await closed).toHaveLength(1);
    });
  });

  describe("a server", () => {
    it("sees what others have written, without writing itself", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      await given.project(one.ledger);
      await until(() => other.ledger.head() === 1);
      expect(headDigest(other.ledger)).toBe(headDigest(one.ledger));
    });

    it("that starts later begins with all that there is", async () => {
      const store = newStore();
      const one = await store.server();
      await given.task(one.ledger);
      const other = await store.server();
      expect(other.ledger.head()).toBe(2);
      expect(headDigest(other.ledger)).toBe(headDigest(one.ledger));
    });

    it("answers what it was handed before it closes, and goes on from there when it is opened again", async () => {
      const store = newStore();
      const { ledger, file } = await store.server();
      const handed = Promise.all(Array.from({ length: 100 }, () => given.project(ledger)));
      await ledger.close();
      expect(await handed).toHaveLength(100);
      const again = await store.server({ file });
      expect(again.ledger.head()).toBe(100);
      expect(await again.ledger.commit(act(), (draft) => draft.create(Project, { title: "Next" }))).toMatchObject({ entry: 101 });
    });
  });

  describe("the graph after an entry", () => {
    it("is the graph that was there when it was the last", async () => {
      const { ledger } = await newStore().server();
      const digests = [headDigest(ledger)];
      const projectId = await given.project(ledger, { code: "X" });
      digests.push(headDigest(ledger));
      const id = await given.task(ledger, { projectId, labels: ["roof"] });
      digests.push(headDigest(ledger));
      await ledger.commit(act(), (draft) => draft.change(Task, id, { gaps: { points: "NOT_STATED", due: "UNKNOWN" } }));
      digests.push(headDigest(ledger));
      await ledger.commit(act(), (draft) => draft.remove(Task, id));
      digests.push(headDigest(ledger));
      expect(await Promise.all(digests.map(async (_, number) => digestAt(ledger, number)))).toEqual(digests);
      expect(new Set(digests).size).toBe(4);
    });

    it("is not judged by what must be unique or must exist today, and cannot be written", async () => {
      const { ledger } = await newStore().server();
      await given.task(ledger);
      await inPast(ledger, 2, (graph) => {
        expect(graph.run("select firstLabel, version from tasks", [])).toEqual([{ firstLabel: null, version: 1 }]);
        expect(() => graph.sqlite.exec("delete from tasks")).toThrow("readonly");
      });
    });

    it("is refused for an entry that is not there", async () => {
      const { ledger } = await newStore().server();
      await given.project(ledger);
      for (const number of [2, -1, 0.5]) expect(await codesOf(ledger.past(number))).toEqual(["NOT_YET"]);
    });
  });
}
