import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roles } from "../../../src/api/access/role.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { grantFields } from "../../../src/domain/partners/access/rules.ts";
import { viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { grantsHeldBy } from "../../../src/domain/partners/access/store.ts";
import { accountKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { newId } from "../../../src/kernel/identity.ts";
import { ROUNDS } from "../../support/rounds.ts";
import { CHANGES, comparable, Copy, recordsFor } from "../../support/copy.ts";
import { memberOf, officeOf, worldOver, type World } from "../../support/domain-world.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { liveThrough, randomHistory, systemId } from "../../support/random-history.ts";

const [north, south] = [systemId("North"), systemId("South")];

const viewers: readonly Viewer[] = [nobody, memberOf(north), officeOf(north), { ...memberOf(north, south), draftsOf: [south] }];

/** Somebody who is given roles and loses them, and a copy of theirs that is begun anew where the feed says so. */
class Somebody {
  readonly account = newId(accountKind.prefix, "somebody");
  copy = new Copy();
  private readonly world: World;
  private saw = "";

  constructor(world: World) {
    this.world = world;
  }

  /** Nobody, before they have signed in. */
  get viewer(): Viewer {
    const lease = this.world.ledger.lease();
    try {
      return viewerOf(lease.graph, this.account, londonDay(new Date()));
    } finally {
      lease.release();
    }
  }

  /** One of the things that happen to roles: one is given, ends with its day, or is taken away. */
  async changeRoles({ does, role, holdsFor: asked, which }: RoleChange): Promise<void> {
    await this.world.act((draft) => {
      // The history may have removed that system, and a role for what is not there is refused.
      const holdsFor = asked !== null && draft.read(placeKind, asked) === null ? null : asked;
      if (draft.read(accountKind, this.account) === null) draft.create(accountKind, { audience: "MEMBERS", issuer: "https://id.example.org", subject: "1", displayName: "Ada Quibble" }, this.account);
      const held = grantsHeldBy(draft.graph, this.account, draft.today);
      const one = held[which % Math.max(held.length, 1)];
      if (does === "GIVE" || one === undefined) draft.create(roleGrantKind, grantFields({ accountId: this.account, role, holdsForId: holdsFor, inSystemId: holdsFor, origin: "GIVEN", since: addDays(draft.today, -2) }));
      else if (does === "END") draft.change(roleGrantKind, one.id, { until: addDays(draft.today, -1) });
      else draft.remove(roleGrantKind, one.id);
    }, { name: "role:grant" });
  }

  /** Reads on, or begins anew exactly where what they may see is not what it was. */
  async readOn(first: number): Promise<void> {
    const { viewer } = this;
    const sees = JSON.stringify([viewer.memberOf.toSorted(), viewer.draftsOf.toSorted()]);
    if (this.copy.cursor !== null) {
      const { errors } = await this.world.answer(viewer, CHANGES, { after: this.copy.cursor, first });
      const codes = (errors ?? []).map(({ extensions }) => extensions["code"]).join();
      if (codes !== (sees === this.saw ? "" : "RIGHTS_CHANGED")) throw new Error(`They saw ${this.saw} and see ${sees}, and the feed says “${codes}”.`);
      if (errors !== undefined) this.copy = new Copy();
    }
    this.saw = sees;
    await this.copy.follow(this.world, viewer, first);
  }
}

interface RoleChange {
  readonly does: "GIVE" | "END" | "TAKE";
  readonly role: (typeof roles)[number];
  readonly holdsFor: string | null;
  readonly which: number;
}

const roleChanges: fc.Arbitrary<readonly RoleChange[]> = fc.array(
  fc.record({ does: fc.constantFrom("GIVE" as const, "GIVE" as const, "END" as const, "TAKE" as const), role: fc.constantFrom(...roles), holdsFor: fc.constantFrom(north, south, null), which: fc.nat({ max: 5 }) }),
  { minLength: 6, maxLength: 6 },
);

describe("a copy that is kept by the feed alone", () => {
  it("has exactly the graph's records, as each viewer and as somebody who gains and loses roles, whenever it has read on to the end", { timeout: 1_800_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(randomHistory, fc.constantFrom(3, 100), roleChanges, async (history, first, changes) => {
        const { ledger, end } = await ownLedger("NOTHING");
        try {
          const world = worldOver(ledger);
          const somebody = new Somebody(world);
          const copies = viewers.map((viewer) => ({ viewer, copy: new Copy() }));
          const isRight = async ({ viewer, copy }: Pick<Somebody, "viewer" | "copy">): Promise<void> => {
            expect(comparable(copy.records)).toEqual(await recordsFor(ledger, viewer));
          };
          let round = 0;
          await liveThrough(ledger, history, undefined, async () => {
            const change = changes[round];
            // Now and then nothing happens to roles: then they read on.
            if (change !== undefined && change.which > 1) await somebody.changeRoles(change);
            await somebody.readOn(first);
            for (const { viewer, copy } of copies) await copy.follow(world, viewer, first);
            const [one] = [...copies, somebody].slice(round % (copies.length + 1));
            if (one !== undefined) await isRight(one);
            round += 1;
          });
          for (const one of [...copies, { viewer: somebody.viewer, copy: somebody.copy }]) {
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
      { numRuns: ROUNDS ?? 4, endOnFailure: ROUNDS !== null },
    );
  });
});
