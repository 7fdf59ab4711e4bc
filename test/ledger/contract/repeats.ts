import { describe, expect, it } from "vitest";
import type { Act } from "../../../src/ledger/commit.ts";
import { handClock, headDigest, inFile } from "../../support/ledger.ts";
import { Project } from "../../support/world.ts";
import { act, codesOf, given, problemsOf, type NewStore, type Server } from "./store.ts";

/** Sends the same act under a key, with what it says of its input. */
function send({ ledger }: Server, input: string | undefined, more: Partial<Act> = {}): ReturnType<typeof ledger.commit<string>> {
  return ledger.commit(act({ key: "k1", input, ...more }), (draft) => draft.create(Project, { title: "House" }));
}

const remembered = ({ file }: Server): Record<string, unknown>[] => inFile(file, (graph) => graph.run("select * from repeats order by at", []));

/** What tells a repeat from a key that is used for something else. */
export function describeRepeats(newStore: NewStore): void {
  describe("an act under a key, with what was sent,", () => {
    it("is a repeat when the same is sent again, and refused when it is something else", async () => {
      const server = await newStore().server();
      const first = await send(server, "a house");
      expect(await send(server, "a house")).toEqual({ entry: 1, value: null, repeated: true, written: true, changes: first.changes });
      expect(await problemsOf(send(server, "a hut"))).toEqual([
        { code: "KEY_REUSED", message: "This key was used before for something else. That stands as it is, and nothing was changed now. Use a new key for a new act." },
      ]);
      expect(await codesOf(send(server, "a hut", { dryRun: true }))).toEqual(["KEY_REUSED"]);
      expect(server.ledger.head()).toBe(1);
    });

    it("is so on whichever server it arrives", async () => {
      const store = newStore();
      const [one, other] = [await store.server(), await store.server()];
      await send(one, "a house");
      expect(await codesOf(send(other, "a hut"))).toEqual(["KEY_REUSED"]);
      expect(await send(other, "a house")).toMatchObject({ entry: 1, repeated: true });
      await send(other, "a hut", { key: "k2" });
      expect(await codesOf(send(one, "a tent", { key: "k2" }))).toEqual(["KEY_REUSED"]);
    });

    it("is another act when another actor calls it so", async () => {
      const server = await newStore().server();
      await send(server, "a house");
      expect(await send(server, "a hut", { actor: "bob" })).toMatchObject({ entry: 2, repeated: false });
      expect(await codesOf(send(server, "a house", { actor: "bob" }))).toEqual(["KEY_REUSED"]);
    });

    it("is refused also when both wait together", async () => {
      const server = await newStore().server();
      const settled = await Promise.allSettled([send(server, "a house"), send(server, "a hut"), send(server, "a house")]);
      expect(settled).toMatchObject([{ value: { repeated: false } }, { reason: { problems: [{ code: "KEY_REUSED" }] } }, { value: { repeated: true } }]);
    });

    it("is taken for a repeat where it says nothing, or where nothing is remembered", async () => {
      const server = await newStore().server();
      await send(server, "a house");
      expect(await send(server, undefined)).toMatchObject({ entry: 1, repeated: true });
      await send(server, undefined, { key: "k2" });
      expect(await send(server, "a hut", { key: "k2" })).toMatchObject({ entry: 2, repeated: true });
    });

    it("is not remembered when it was refused, changed nothing, or had no key", async () => {
      const server = await newStore().server();
      const { ledger } = server;
      expect(await codesOf(ledger.commit(act({ key: "k1", input: "nothing" }), (draft) => draft.create(Project, {})))).toEqual(["MISSING_FIELD"]);
      await ledger.commit(act({ key: "k1", input: "nothing" }), () => null);
      await ledger.commit(act({ input: "a hut" }), (draft) => draft.create(Project, { title: "Hut" }));
      expect(remembered(server)).toEqual([]);
      expect(await send(server, "a house")).toMatchObject({ entry: 2, repeated: false });
    });

    it("leaves a fingerprint that nobody can guess from another, and never what was sent", async () => {
      const server = await newStore().server();
      await send(server, "a house for Ann");
      await send(server, "a house for Ann", { key: "k2" });
      const [one, other] = remembered(server);
      expect(Object.keys(one ?? {}).toSorted()).toEqual(["at", "entryId", "fingerprint", "salt"]);
      expect(JSON.stringify([one, other])).not.toContain("house");
      expect(one?.["salt"]).not.toBe(other?.["salt"]);
      expect(one?.["fingerprint"]).not.toBe(other?.["fingerprint"]);
    });

    it("is remembered for seven days", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const server = await newStore().server({ clock: clock.read });
      await send(server, "a house");
      clock.set("2024-03-08T09:00:00.000Z");
      await send(server, "a hut", { key: "k2" });
      expect(await codesOf(send(server, "a tent"))).toEqual(["KEY_REUSED"]);
      clock.set("2024-03-08T09:00:00.001Z");
      await send(server, "a cave", { key: "k3" });
      expect(remembered(server)).toHaveLength(2);
      expect(await send(server, "a tent")).toMatchObject({ entry: 1, repeated: true });
    });

    it("is no history: the graph is built anew without forgetting it, and nothing else shows it", async () => {
      const server = await newStore().server();
      await send(server, "a house");
      const [digest, verdict] = [headDigest(server.ledger), server.ledger.verify()];
      await server.ledger.rebuild();
      expect([headDigest(server.ledger), server.ledger.verify()]).toEqual([digest, verdict]);
      expect(await codesOf(send(server, "a hut"))).toEqual(["KEY_REUSED"]);
      await given.project(server.ledger);
      expect(server.ledger.verify()).toMatchObject({ sound: true, entries: 2 });
    });
  });
}
