import { sql } from "drizzle-orm";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audiences, maySee, type Guarded } from "../../../src/api/access/audience.ts";
import { wasOpenTo } from "../../../src/api/history/open-to.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { personKind, personVisibilities, people } from "../../../src/domain/partners/person/table.ts";
import { accountKind } from "../../../src/domain/partners/access/table.ts";
import { columnsOf, tableStatement } from "../../../src/ledger/graph.ts";
import { memberOf, officeOf, openWorld } from "../../support/domain-world.ts";

const rowById = tableStatement<Guarded>(people, sql`select ${columnsOf(people)} from ${people} where ${people.id} = ${sql.placeholder("id")}`);

describe("wasOpenTo", () => {
  it("says of a version what maySee says of its row, whatever narrows who may see it", async () => {
    const world = await openWorld();
    const [here, there] = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })];
    const id = await world.given.person();
    const version = fc.record({ audience: fc.constantFrom(...audiences), visibility: fc.constantFrom(...personVisibilities), systemId: fc.constantFrom(null, here, there), name: fc.constantFrom(`Ada "O'Hara"`, "[erased]") });
    await fc.assert(
      fc.asyncProperty(version, async (values) => {
        const record = await world.act((draft) => {
          draft.change(personKind, id, values);
          return draft.read(personKind, id);
        });
        const lease = world.ledger.lease();
        const row = rowById.first(lease.graph, { id });
        if (record === null || row === undefined) throw new Error("The person is gone.");
        for (const viewer of [nobody, memberOf(here), officeOf(here), officeOf(there)]) expect(wasOpenTo({ viewer, moment: lease }, personKind, record)).toBe(maySee(viewer, row));
        lease.release();
      }),
      { numRuns: 40 },
    );
  });

  it("is no for what nobody is shown, whatever its audience says", async () => {
    const world = await openWorld();
    const lease = world.ledger.lease();
    expect(wasOpenTo({ viewer: nobody, moment: lease }, accountKind, { id: "ac_0000000000000000", version: 1, audience: "PUBLIC" })).toBe(false);
    lease.release();
  });
});
