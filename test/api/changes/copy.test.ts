import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/viewer.ts";
import { comparable, Copy, recordsFor } from "../../support/copy.ts";
import { memberOf, officeOf, worldOver } from "../../support/domain-world.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { liveThrough, randomHistory, systemId } from "../../support/random-history.ts";

const [north, south] = [systemId("North"), systemId("South")];

const viewers: readonly Viewer[] = [nobody, memberOf(north), officeOf(north), { ...memberOf(north, south), draftsOf: [south] }];

/** In npm test a few histories; as many as ROUNDS says elsewhere. */
const RUNS = Number(process.env["ROUNDS"] ?? 4);

describe("a copy that is kept by the feed alone", () => {
  it("has exactly the graph's records, as each viewer, whenever it has read on to the end", { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.constantFrom(3, 100), async (history, first) => {
        const { ledger, end } = await ownLedger("NOTHING");
        try {
          const world = worldOver(ledger);
          const copies = viewers.map((viewer) => ({ viewer, copy: new Copy() }));
          const isRight = async ({ viewer, copy }: (typeof copies)[number]): Promise<void> => {
            expect(comparable(copy.records)).toEqual(await recordsFor(ledger, viewer));
          };
          let round = 0;
          await liveThrough(ledger, history, undefined, async () => {
            for (const { viewer, copy } of copies) await copy.follow(world, viewer, first);
            const [one] = copies.slice(round % copies.length);
            if (one !== undefined) await isRight(one);
            round += 1;
          });
          for (const one of copies) {
            await isRight(one);
            const late = new Copy();
            const told = await late.follow(world, one.viewer);
            expect(late.records).toEqual(one.copy.records);
            expect(late.cursor).toBe(one.copy.cursor);
            expect(new Set(told.map(({ cursor }) => cursor)).size).toBe(told.length);
            expect(await new Copy().follow(world, one.viewer, 7)).toEqual(told);
          }
        } finally {
          await end();
        }
      }),
      { numRuns: RUNS, endOnFailure: RUNS > 10 },
    );
  });
});
