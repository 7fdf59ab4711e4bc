import { describe, expect, it } from "vitest";
import type { Act } from "../../../src/ledger/commit.ts";
import { readMoment } from "../../../src/kernel/moment.ts";
import { entryMeant } from "../../../src/ledger/moment.ts";
import { handClock } from "../../support/ledger.ts";
import { Project } from "../../support/world.ts";
import { refusalCodes, refusedWith } from "../../kernel/refused.ts";
import { act, codesOf, entriesOf, given, type NewStore } from "./store.ts";

/** An act of the founding history. */
const founded = (founding: string): Act => act({ name: "project:found", founding });

/** When an entry counts from, and which entry a moment means. */
export function describeTime(newStore: NewStore): void {
  describe("the time of an entry", () => {
    it("never steps back, even when the clock does; what the clock said stands beside it", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      await given.project(ledger);
      clock.set("2024-03-01T08:00:00.000Z");
      await given.project(ledger);
      clock.set("2024-03-01T10:00:00.000Z");
      await given.project(ledger);
      expect(entriesOf(ledger).map(({ at }) => at)).toEqual(["2024-03-01T09:00:00.000Z", "2024-03-01T09:00:00.000Z", "2024-03-01T10:00:00.000Z"]);
      expect(entriesOf(ledger).map(({ recordedAt }) => recordedAt)).toEqual(["2024-03-01T09:00:00.000Z", "2024-03-01T08:00:00.000Z", "2024-03-01T10:00:00.000Z"]);
    });

    it("never steps back from one server to another", async () => {
      const store = newStore();
      const fast = await store.server({ clock: handClock("2024-03-01T09:00:05.000Z").read });
      const slow = await store.server({ clock: handClock("2024-03-01T09:00:00.000Z").read });
      await given.project(fast.ledger);
      await given.project(slow.ledger);
      expect(entriesOf(slow.ledger).map(({ at }) => at)).toEqual(["2024-03-01T09:00:05.000Z", "2024-03-01T09:00:05.000Z"]);
    });

    it("gives an act its instant, and its day in London", async () => {
      const { ledger } = await newStore().server({ clock: handClock("2024-06-30T23:30:00.000Z").read });
      await ledger.commit(act(), (draft) => {
        expect(draft.at).toBe("2024-06-30T23:30:00.000Z");
        expect(draft.today).toBe("2024-07-01");
      });
    });
  });

  describe("founding history", () => {
    it("counts from the instant it gives, in order, while nothing live is recorded", async () => {
      const { ledger } = await newStore().server({ clock: handClock("2024-03-01T09:00:00.000Z").read });
      for (const instant of ["2021-05-04T00:00:00.000Z", "2023-01-01T00:00:00.000Z", "2023-01-01T00:00:00.000Z"]) {
        await ledger.commit(founded(instant), (draft) => draft.create(Project, { title: draft.today }));
      }
      expect(ledger.isLive()).toBe(false);
      await given.project(ledger);
      expect(ledger.isLive()).toBe(true);
      expect(entriesOf(ledger).map(({ at, founding }) => [at, founding])).toEqual([
        ["2021-05-04T00:00:00.000Z", true],
        ["2023-01-01T00:00:00.000Z", true],
        ["2023-01-01T00:00:00.000Z", true],
        ["2024-03-01T09:00:00.000Z", false],
      ]);
      expect(new Set(entriesOf(ledger).map(({ recordedAt }) => recordedAt))).toEqual(new Set(["2024-03-01T09:00:00.000Z"]));
      expect(entriesOf(ledger)[0]?.changes[0]?.record?.["title"]).toBe("2021-05-04");
    });

    it("is refused out of order, in the future, or in another form", async () => {
      const { ledger } = await newStore().server({ clock: handClock("2024-03-01T09:00:00.000Z").read });
      await ledger.commit(founded("2023-01-01T00:00:00.000Z"), (draft) => draft.create(Project, { title: "House" }));
      for (const instant of ["2022-12-31T23:59:59.999Z", "2024-03-01T09:00:00.001Z", "2023-06-01", "2023-06-01T00:00:00Z", "soon"]) {
        expect(await codesOf(ledger.commit(founded(instant), (draft) => draft.create(Project, { title: "House" })))).toEqual(["NOT_FOUNDING"]);
      }
      expect(ledger.head()).toBe(1);
    });

    it("is refused after the first live entry, on whichever server that was", async () => {
      const store = newStore();
      const one = await store.server({ clock: handClock("2024-03-01T09:00:00.000Z").read });
      const other = await store.server({ clock: handClock("2024-03-01T10:00:00.000Z").read });
      await given.project(one.ledger);
      for (const instant of ["2023-01-01T00:00:00.000Z", "2024-03-01T09:30:00.000Z"]) {
        expect(await codesOf(other.ledger.commit(founded(instant), (draft) => draft.create(Project, { title: "House" })))).toEqual(["NOT_FOUNDING"]);
      }
    });
  });

  describe("a moment", () => {
    it("means the last entry that is not after it", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      await given.project(ledger);
      clock.set("2024-03-02T09:00:00.000Z");
      await given.project(ledger);
      await given.project(ledger);
      clock.set("2024-03-03T09:00:00.000Z");
      const meant = (asked: unknown): number => ledger.entryAt(readMoment(asked));
      expect(meant("2024-03-01T09:00:00.000Z")).toBe(1);
      expect(meant("2024-03-02T08:59:59.999Z")).toBe(1);
      expect(meant("2024-03-02T09:00:00.000Z")).toBe(3);
      expect(meant("2024-03-02T10:00:00+01:00")).toBe(3);
      expect(meant("2024-03-03T08:59:59.999Z")).toBe(3);
      expect([meant("2024-03-01"), meant("2024-03-02")]).toEqual([1, 3]);
      expect([meant(2), meant("3")]).toEqual([2, 3]);
    });

    it("that is a day means its end in London, and what was recorded in its last hour counts", async () => {
      const clock = handClock("2024-06-30T22:59:59.999Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      await given.project(ledger);
      clock.set("2024-06-30T23:00:00.000Z");
      await given.project(ledger);
      expect(ledger.entryAt(readMoment("2024-06-30"))).toBe(1);
      expect(refusalCodes(() => ledger.entryAt(readMoment("2024-07-01")))).toEqual(["NOT_YET"]);
      clock.set("2024-07-01T23:00:00.000Z");
      expect(ledger.entryAt(readMoment("2024-07-01"))).toBe(2);
    });

    it("that has not passed is refused: something could still be recorded at it", async () => {
      const { ledger } = await newStore().server({ clock: handClock("2024-03-01T09:00:00.000Z").read });
      await given.project(ledger);
      for (const asked of ["2024-03-01T09:00:00.000Z", "2024-03-01", "2024-04-01T00:00:00.000Z", 2]) {
        expect(refusalCodes(() => ledger.entryAt(readMoment(asked)))).toEqual(["NOT_YET"]);
      }
    });

    it("before the first entry is refused, and told when that is", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      expect(refusedWith(() => ledger.entryAt(readMoment("2024-02-29")))).toEqual([{ code: "BEFORE_HISTORY", message: "Nothing has been recorded yet." }]);
      await given.project(ledger);
      for (const asked of ["2024-02-29", "2024-03-01T08:59:59.999Z", 0, -1]) {
        expect(refusedWith(() => ledger.entryAt(readMoment(asked)))).toEqual([
          { code: "BEFORE_HISTORY", message: "Nothing had been recorded by then: the first entry counts from 2024-03-01T09:00:00.000Z. Ask for that moment, or a later one." },
        ]);
      }
    });

    it("is read where somebody reads: what came later has not passed there", async () => {
      const clock = handClock("2024-03-01T09:00:00.000Z");
      const { ledger } = await newStore().server({ clock: clock.read });
      await given.project(ledger);
      await given.project(ledger);
      clock.set("2024-03-05T09:00:00.000Z");
      const head = ledger.lease();
      const there = { ledger: head.ledger, number: 1, clock: Date.parse("2024-03-01T12:00:00.000Z") };
      expect(entryMeant(there, readMoment("2024-03-01T12:00:00.000Z"))).toBe(1);
      for (const asked of ["2024-03-01T12:00:00.001Z", "2024-03-01", 2]) expect(refusalCodes(() => entryMeant(there, readMoment(asked)))).toEqual(["NOT_YET"]);
      head.release();
    });
  });
}
