import { isInputObjectType } from "graphql";
import { describe, expect, it, onTestFinished } from "vitest";
import { freshLedger, holding, openWorld } from "../support/domain-world.ts";
import { rowsOf } from "../support/rows.ts";
import { schema } from "../support/schema.ts";
import { wrongChoices } from "../../src/api/act/choices.ts";
import { fieldOf } from "../../src/api/field.ts";
import { concepts } from "../../src/schema.ts";
import { twoOfEach } from "../support/two-of-each.ts";

const kinds = concepts.flatMap((concept) => concept.kinds);
const choosing = kinds.filter(({ choices }) => choices.length > 0);
const fieldFor = (type: string): string => type.charAt(0).toLowerCase() + type.slice(1);

interface Refused {
  readonly amend: { readonly problems: readonly { readonly code: string; readonly path: readonly string[] }[] };
}

describe("a record that says one thing of several", () => {
  it("does so in every document", async () => {
    const lease = (await freshLedger("THE_DOCUMENTS")).lease();
    onTestFinished(() => { lease.release(); });
    const wrong = choosing.flatMap((kind) => rowsOf(lease.graph, kind).flatMap((row) => wrongChoices(kind, row)));
    expect(wrong).toEqual([]);
  });

  it("is refused a second of them, and none, whatever its kind", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    const lease = world.ledger.lease();
    onTestFinished(() => { lease.release(); });
    const changes = schema.getType("AnyRecordChanges");
    const amended = isInputObjectType(changes) ? Object.keys(changes.getFields()) : [];
    const office = holding("OFFICE", null);
    const AMEND = "mutation ($id: ID!, $changes: AnyRecordChanges!) { amend(id: $id, expectedVersion: 1, changes: $changes, dryRun: true) { problems { code path } } }";
    const asked: string[] = [];
    for (const { kind, first, second } of pairs.filter((pair) => choosing.includes(pair.kind) && amended.includes(fieldFor(pair.kind.type)))) {
      const under = fieldFor(kind.type);
      for (const { among, unsaid } of kind.choices) {
        const fields = among.map(({ name }) => fieldOf(name));
        const problemsOf = async (sent: object): Promise<readonly string[]> => {
          const { amend } = await world.ask<Refused>(office, AMEND, { id: first, changes: { [under]: sent } });
          return amend.problems.filter(({ path }) => fields.includes(path.at(-1) ?? "")).map(({ code, path }) => [code, ...path].join(" "));
        };
        const emptied = Object.fromEntries(fields.map((field) => [field, null]));
        expect([under, await problemsOf(emptied)]).toEqual([under, unsaid === null ? [] : [`MISSING_FIELD changes ${under} ${fields[0] ?? ""}`]]);
        // Every field of the record is filled: what the first of them is changed to stands beside all the others.
        const another = rowsOf(lease.graph, kind).find(({ id }) => id === second)?.[among[0]?.name ?? ""];
        expect([under, await problemsOf({ [fields[0] ?? ""]: another })]).toEqual([under, fields.slice(1).map((field) => `RULE changes ${under} ${field}`)]);
        asked.push(`${under} ${fields.join(" or ")}`);
      }
    }
    expect(asked).toEqual(expect.arrayContaining(["membership healthIntegrationTeam or group", "membership organisation or person or constituency", "eventParty event or series"]));
    expect(asked.length).toBeGreaterThan(15);
  });
});
