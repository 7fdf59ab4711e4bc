import { describe, expect, it } from "vitest";
import { nobody } from "../../src/api/access/viewer.ts";
import { neverShown } from "../../src/api/access/audience.ts";
import { organisationKind } from "../../src/domain/partners/organisation/table.ts";
import { personKind } from "../../src/domain/partners/person/table.ts";
import { concepts } from "../../src/schema.ts";
import { memberOf, openWorld } from "../support/domain-world.ts";
import { deliveryOf } from "../support/given-delivery.ts";
import { promisesOf } from "../support/given-promises.ts";
import { schema } from "../support/schema.ts";
import { twoOfEach } from "../support/two-of-each.ts";

const kinds = concepts.flatMap((concept) => concept.kinds);
const CALLED = "query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Record { id called } } }";
const CALLED_THEN = "query ($ids: [ID!]!, $at: Moment) @asAt(at: $at) { nodes(ids: $ids) { ... on Record { id called } } }";

interface Called { readonly id: string; readonly called: string }
interface Nodes { readonly nodes: readonly (Called | null)[] }

describe("called", () => {
  it("says of every kind of record what a difference and a search say of it", async () => {
    const world = await openWorld();
    const pairs = (await twoOfEach(world, schema, kinds)).filter(({ kind }) => !neverShown(kind.table));
    const called = new Map<string, string>();
    for (const which of ["first", "second"] as const) {
      const { nodes } = await world.ask<Nodes>(nobody, CALLED, { ids: pairs.map((pair) => pair[which]) });
      for (const node of nodes) if (node !== null) called.set(node.id, node.called);
    }
    expect(called.size).toBe(pairs.length * 2);
    expect([...called].filter(([, words]) => words.length < 4 || /\b[a-z]{2}_[0-9a-z]{16}\b|not shown/.test(words))).toEqual([]);
    let told = 0;
    for (let after: string | null = null, hasMore = true; hasMore; ) {
      const page: Items = await world.ask(nobody, ITEMS, { after });
      for (const { title, record } of page.changesBetween.items.nodes.flatMap((item) => [item, ...item.parts.nodes])) {
        expect({ id: record.id, title }).toEqual({ id: record.id, title: called.get(record.id) });
        told += 1;
      }
      ({ endCursor: after, hasNextPage: hasMore } = page.changesBetween.items.pageInfo);
    }
    expect(told).toBe(called.size);
    const { search } = await world.ask<{ search: { nodes: readonly { readonly title: string; readonly record: Called }[] } }>(nobody, `{ search(query: "first", first: 100) { nodes { title record { id called } } } }`);
    expect(search.nodes.length).toBeGreaterThan(10);
    for (const { title, record } of search.nodes) expect(title).toBe(record.called);
  });

  it("takes as many statements for many records as for one", async () => {
    const world = await openWorld();
    const pledgeId = await promisesOf(world).pledge();
    const sign = async (count: number): Promise<number> => {
      for (let made = 0; made < count; made += 1) await promisesOf(world).signature({ pledgeId, organisationId: await world.given.organisation({ name: `Council ${made}` }) });
      const { data, errors, statements } = await world.answer(nobody, "{ pledgeSignatures(first: 50) { nodes { called } } }");
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain("Council 0");
      return statements;
    };
    expect(await sign(20)).toBe(await sign(1));
  });

  it("does not name a record that the viewer may not see, by whatever it is called after", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    const [first, then] = [await world.given.workstream({ name: "Principles", ...hidden }), await world.given.workstream({ name: "Training" })];
    const dependency = await world.given.dependency({ predecessorWorkstreamId: first, successorWorkstreamId: then });
    const signature = await promisesOf(world).signature({ organisationId: await world.given.organisation({ name: "Quiet Trust", ...hidden }) });
    const waiver = await world.given.dependencyWaiver({ dependencyId: dependency });
    const asked = async (viewer = nobody): Promise<unknown> => (await world.ask<Nodes>(viewer, CALLED, { ids: [dependency, waiver, signature] })).nodes.map((node) => node?.called);
    expect(await asked()).toEqual(["Training waits for (not shown)", "Training waits for (not shown): it may go on all the same", "(not shown)"]);
    expect(await asked(memberOf(system))).toEqual(["Training waits for Principles", "Training waits for Principles: it may go on all the same", "Quiet Trust"]);
  });

  it("calls a record as it was called at the moment that is asked for, and nobody by a name that was erased", async () => {
    const world = await openWorld();
    const organisation = await world.given.organisation({ name: "Somerset County Council" });
    const signature = await promisesOf(world).signature({ organisationId: organisation });
    const person = await world.given.person({ name: "Claire Ritchie" });
    const role = await deliveryOf(world).personRole({ personId: person, title: "Director" });
    const ids = [signature, role];
    const before = world.ledger.head();
    await world.act((draft) => { draft.change(organisationKind, organisation, { name: "Somerset Council" }); });
    const asked = async (at: string | null): Promise<unknown> => (await world.ask<Nodes>(nobody, CALLED_THEN, { ids, at })).nodes.map((node) => node?.called);
    expect(await asked(null)).toEqual(["Somerset Council", "Claire Ritchie: Director"]);
    expect(await asked(String(before))).toEqual(["Somerset County Council", "Claire Ritchie: Director"]);
    await world.ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => { draft.erase(personKind, person); });
    for (const at of [null, String(before)]) expect(await asked(at)).toEqual([at === null ? "Somerset Council" : "Somerset County Council", "(not shown): Director"]);
  });
});

const ITEMS = `query ($after: String) { changesBetween(filter: { group: [${["NEW", "MET", "NOT_MET", "WAIVED", "WORKSTREAMS", "RISKS", "DECISIONS", "MONEY", "POSTS", "PLEDGES", "MEASURES", "EVIDENCE", "REPORTS", "OTHER"].join(", ")}] }) {
  items(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes { title record { id } parts(first: 100) { nodes { title record { id } } } } } } }`;

interface Titled { readonly title: string; readonly record: { readonly id: string } }
interface Items {
  readonly changesBetween: { readonly items: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly nodes: readonly (Titled & { readonly parts: { readonly nodes: readonly Titled[] } })[] } };
}
