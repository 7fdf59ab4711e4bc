import Sqlite from "better-sqlite3";
import { sql } from "drizzle-orm";
import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audiences, maySee, visible, type Guarded } from "../../../src/api/access/audience.ts";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { organisationKind } from "../../../src/domain/partners/organisation/table.ts";
import { personKind, personVisibilities } from "../../../src/domain/partners/person/table.ts";
import { Graph, tableStatement } from "../../../src/ledger/graph.ts";
import { memberOf, officeOf, openWorld } from "../../support/domain-world.ts";

const plain = sqliteTable("plain", { id: text().primaryKey(), audience: text().$type<Guarded["audience"]>().notNull(), systemId: text() });
const narrowed = sqliteTable("narrowed", { id: text().primaryKey(), audience: text().$type<Guarded["audience"]>().notNull(), systemId: text(), seenBy: text() });

describe("maySee", () => {
  // The last of them are there to break out of a statement that is put together carelessly.
  const system = fc.constantFrom("pl_a", "pl_b", "", "null", "' or 1 = 1 --", '"]', "PUBLIC");
  const viewer: fc.Arbitrary<Viewer> = fc.record({ accountId: fc.constant(null), memberOf: fc.uniqueArray(system, { maxLength: 3 }), draftsOf: fc.uniqueArray(system, { maxLength: 3 }), grants: fc.constant([]) });
  const row = fc.record({
    audience: fc.constantFrom(...audiences),
    systemId: fc.option(system),
    seenBy: fc.option(fc.constantFrom(...audiences, "NOBODY", "EVERYBODY"), { freq: 3 }),
  });

  it("says of any viewer and row what visible says in SQL", () => {
    const sqlite = new Sqlite(":memory:");
    sqlite.exec("create table plain (id text, audience text, systemId text); create table narrowed (id text, audience text, systemId text, seenBy text)");
    const graph = new Graph(sqlite);
    fc.assert(
      fc.property(viewer, fc.array(row, { minLength: 10, maxLength: 40 }), (viewer, rows) => {
        sqlite.exec("delete from plain; delete from narrowed");
        for (const [index, { audience, systemId, seenBy }] of rows.entries()) {
          sqlite.prepare("insert into plain values (?, ?, ?)").run(String(index), audience, systemId);
          sqlite.prepare("insert into narrowed values (?, ?, ?, ?)").run(String(index), audience, systemId, seenBy);
        }
        for (const [table, guarded] of [[plain, rows.map(({ audience, systemId }) => ({ audience, systemId }))], [narrowed, rows]] as const) {
          const selected = tableStatement<{ id: string }>(table, sql`select ${table.id} from ${table} where ${visible(viewer, table)}`).all(graph);
          const seen = [...guarded.entries()].flatMap(([index, one]) => (maySee(viewer, one) ? [String(index)] : []));
          expect(new Set(selected.map(({ id }) => id))).toEqual(new Set(seen));
        }
      }),
    );
    sqlite.close();
  });

  it.each<{ what: string; viewer: Viewer; sees: Record<string, boolean> }>([
    { what: "somebody who did not sign in", viewer: nobody, sees: { PUBLIC: true, MEMBERS: false, DRAFT: false } },
    { what: "a member of its system", viewer: memberOf("pl_a"), sees: { PUBLIC: true, MEMBERS: true, DRAFT: false } },
    { what: "a member of another system", viewer: memberOf("pl_b"), sees: { PUBLIC: true, MEMBERS: false, DRAFT: false } },
    { what: "the office of its system", viewer: officeOf("pl_a"), sees: { PUBLIC: true, MEMBERS: true, DRAFT: true } },
    { what: "the office of another system", viewer: officeOf("pl_b"), sees: { PUBLIC: true, MEMBERS: false, DRAFT: false } },
  ])("lets $what see what is for them, and of no system nothing but what is for everybody", ({ viewer, sees }) => {
    for (const audience of audiences) {
      expect(maySee(viewer, { audience, systemId: "pl_a" })).toBe(sees[audience]);
      expect(maySee(viewer, { audience, systemId: null })).toBe(audience === "PUBLIC");
      expect(maySee(viewer, { audience: "PUBLIC", systemId: "pl_a", seenBy: audience })).toBe(sees[audience]);
    }
    expect(maySee(viewer, { audience: "PUBLIC", systemId: "pl_a", seenBy: "NOBODY" })).toBe(false);
  });
});

describe("a record", () => {
  it("is there for the same viewers on every path: in a list, within a parent, by its id, and where something points at it", async () => {
    const world = await openWorld();
    const [here, there] = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })];
    const parent = await world.given.organisation();
    const guarded = audiences.flatMap((audience) => [null, here, there].map((systemId) => ({ audience, systemId })));
    const units = await world.act((draft) =>
      guarded.map((one) => {
        const id = draft.create(organisationKind, { ...one, name: "Unit", status: "ACTIVE", parentId: parent });
        return { ...one, id, child: draft.create(organisationKind, { audience: "PUBLIC", name: "Child", status: "ACTIVE", parentId: id }) };
      }),
    );
    const people = await world.act((draft) =>
      guarded.flatMap((one) => personVisibilities.map((visibility) => draft.create(personKind, { ...one, name: "Dr Ada Example", visibility }))),
    );
    const query = `query ($parent: ID!, $units: [ID!]!, $children: [ID!]!, $people: [ID!]!) {
      list: organisations(first: 100, filter: { parent: $parent }) { totalCount nodes { id } }
      within: organisation(id: $parent) { units(first: 100) { totalCount nodes { id } } }
      byId: nodes(ids: $units) { id }
      pointedAt: nodes(ids: $children) { ... on Organisation { parent { id } valueStatus(field: "parent") } }
      people(first: 100) { totalCount nodes { id } }
      peopleById: nodes(ids: $people) { id }
    }`;
    const variables = { parent, units: units.map(({ id }) => id), children: units.map(({ child }) => child), people };
    for (const viewer of [nobody, memberOf(here), memberOf(here, there), officeOf(here), { ...memberOf(here), draftsOf: [there] }]) {
      const answer = await world.ask<Answer>(viewer, query, variables);
      const seen = units.filter((unit) => maySee(viewer, unit)).map(({ id }) => id);
      expect(new Set(answer.list.nodes.map(({ id }) => id))).toEqual(new Set(seen));
      expect(answer.within.units).toEqual(answer.list);
      expect(answer.list.totalCount).toBe(seen.length);
      expect(answer.byId.map((node) => node?.id ?? null)).toEqual(units.map(({ id }) => (seen.includes(id) ? id : null)));
      expect(answer.pointedAt).toEqual(units.map(({ id }) => (seen.includes(id) ? { parent: { id }, valueStatus: "KNOWN" } : { parent: null, valueStatus: "WITHHELD" })));
      expect(new Set(answer.people.nodes.map(({ id }) => id))).toEqual(new Set(answer.peopleById.flatMap((node) => (node === null ? [] : [node.id]))));
      expect(answer.people.totalCount).toBe(answer.people.nodes.length);
    }
  });
});

interface Answer {
  readonly list: Listed;
  readonly within: { readonly units: Listed };
  readonly byId: readonly (Id | null)[];
  readonly pointedAt: readonly unknown[];
  readonly people: Listed;
  readonly peopleById: readonly (Id | null)[];
}

interface Id {
  readonly id: string;
}

interface Listed {
  readonly totalCount: number;
  readonly nodes: readonly Id[];
}

describe("node", () => {
  it("is a record of any kind by its id", async () => {
    const world = await openWorld();
    const [programme, milestone] = [await world.given.programme({ name: "P" }), await world.given.milestone({ title: "M" })];
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Programme { name } ... on Milestone { title } } }";
    const { data, statements } = await world.answer(nobody, query, { ids: [milestone, programme, milestone] });
    const m = { __typename: "Milestone", id: milestone, title: "M" };
    expect(data).toEqual({ nodes: [m, { __typename: "Programme", id: programme, name: "P" }, m] });
    expect(statements).toBe(2);
  });

  it("is null where there is none, where the id is none, and where it may not be seen", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const there = await world.given.organisation();
    const hidden = await world.given.organisation({ audience: "DRAFT", systemId: system });
    const ids = [
      hidden, "or_0000000000000000", "zz_0000000000000000", "ac_0000000000000000", there.toUpperCase(), ` ${there}`, there.slice(0, -1), `${there}0`, "", "or_", "organisations", "__proto__", "' or 1 = 1 --",
    ];
    expect(await world.ask(nobody, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: [...ids, there] })).toEqual({ nodes: [...ids.map(() => null), { id: there }] });
    for (const id of ids) expect(await world.ask(nobody, "query ($id: ID!) { node(id: $id) { id } organisation(id: $id) { id } }", { id })).toEqual({ node: null, organisation: null });
    expect(await world.ask(officeOf(system), "query ($id: ID!) { node(id: $id) { id } }", { id: hidden })).toEqual({ node: { id: hidden } });
  });

  it("is asked for at most a hundred at once", async () => {
    const world = await openWorld();
    const ids = Array.from({ length: 101 }, (_, index) => `or_${String(index).padStart(16, "0")}`);
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    const refused = await world.answer(nobody, query, { ids });
    expect(refused.errors?.map(({ extensions, message }) => [extensions["code"], message])).toEqual([
      ["BAD_USER_INPUT", "At most 100 records can be asked for at once, and 101 were. Ask in parts."],
    ]);
    expect(refused.statements).toBe(0);
    const most = await world.answer(nobody, query, { ids: ids.slice(1) });
    expect(most).toMatchObject({ data: { nodes: { length: 100 } }, statements: 1 });
    expect(await world.ask(nobody, query, { ids: [] })).toEqual({ nodes: [] });
  });
});
