import { describe, expect, it } from "vitest";
import { nobody, type Viewer } from "../../../src/api/access/viewer.ts";
import { makeKey, signedIn, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";

const today = londonDay(new Date());

const LISTS = `{
  accounts { totalCount nodes { displayName roles { role } } }
  accessKeys { nodes { name roles { role } } }
  roleGrants { nodes { role account { displayName } key { name } } }
}`;

interface Lists {
  readonly accounts: { readonly totalCount: number; readonly nodes: readonly { readonly displayName: string; readonly roles: readonly { readonly role: string }[] }[] };
  readonly accessKeys: { readonly nodes: readonly { readonly name: string }[] };
  readonly roleGrants: { readonly nodes: readonly { readonly role: string }[] };
}

interface Held {
  readonly world: World;
  readonly system: string;
  readonly programme: string;
  readonly lead: string;
  readonly key: string;
}

/** A lead and a key for a programme, a lead and a key elsewhere, a steward, and somebody who is nothing yet. */
async function held(): Promise<Held> {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const programme = await world.given.programme({ systemId: system });
  const elsewhere = await world.given.programme({ systemId: await world.given.place({ level: "SYSTEM" }) });
  const account = async (displayName: string, role: "LEAD" | "STEWARD" | null, holdsFor: string | null): Promise<string> =>
    signedIn(world.ledger, { issuer: "https://login.example", subject: displayName, displayName, grants: role === null ? null : [{ role, holdsFor }] });
  const lead = await account("Lee", "LEAD", programme);
  await account("Lou", "LEAD", elsewhere);
  await account("Stewart", "STEWARD", null);
  await account("Newcomer", null, null);
  const { id: key } = await makeKey(world.ledger, { name: "Here", role: "READER", holdsFor: programme, expiresOn: today, actor: "test" });
  await makeKey(world.ledger, { name: "There", role: "OFFICE", holdsFor: elsewhere, expiresOn: addDays(today, 9), actor: "test" });
  return { world, system, programme, lead, key };
}

function listed({ accounts, accessKeys, roleGrants }: Lists): unknown {
  return [accounts.nodes.map(({ displayName }) => displayName), accessKeys.nodes.map(({ name }) => name), roleGrants.nodes.map(({ role }) => role)];
}

describe("whoever asks", () => {
  it.each([["READER", false], ["AUDITOR", false], ["LEAD", true], ["DEPUTY", true], ["OFFICE", true], ["STEWARD", true]] as const)("as %s is told whether they may send rows in: %s", async (role, mayImport) => {
    const world = await openWorld(today);
    const programme = await world.given.programme({});
    expect(await world.ask(holding(role, programme), "{ viewer { mayImport } }")).toEqual({ viewer: { mayImport } });
    expect(await world.ask(nobody, "{ viewer { mayImport } }")).toEqual({ viewer: { mayImport: false } });
  });
});

describe("who has access", () => {
  it.each<readonly [string, (given: Held) => Viewer, unknown]>([
    ["a steward of everything", () => holding("STEWARD", null), [["Lee", "Lou", "Newcomer", "Stewart"], ["Here", "There"], ["READER", "LEAD", "LEAD", "OFFICE", "STEWARD"]]],
    ["the office of a system, with those who are nothing yet", ({ system }) => holding("OFFICE", system), [["Lee", "Newcomer"], ["Here"], ["READER", "LEAD"]]],
    ["an auditor of a system", ({ system }) => holding("AUDITOR", system), [["Lee"], ["Here"], ["READER", "LEAD"]]],
    ["a lead, of nobody", ({ programme }) => holding("LEAD", programme), [[], [], []]],
    ["nobody, of nobody", () => nobody, [[], [], []]],
  ])("is read by %s", async (_, as, expected) => {
    const given = await held();
    const lists = await given.world.ask<Lists>(as(given), LISTS);
    expect(listed(lists)).toEqual(expected);
    expect(lists.accounts.totalCount).toBe(lists.accounts.nodes.length);
  });

  it("is read one by one as it is in the lists: by nobody else, and no more", async () => {
    const given = await held();
    const listedIds = async (viewer: Viewer): Promise<readonly (readonly [string, string])[]> => {
      const lists = await given.world.ask<Record<string, { nodes: { id: string }[] }>>(viewer, "{ account: accounts { nodes { id } } accessKey: accessKeys { nodes { id } } roleGrant: roleGrants { nodes { id } } }");
      return Object.entries(lists).flatMap(([one, { nodes }]) => nodes.map(({ id }) => [one, id] as const));
    };
    const all = await listedIds(holding("STEWARD", null));
    expect(all.length).toBe(11);
    for (const viewer of [holding("STEWARD", null), holding("OFFICE", given.system), holding("LEAD", given.programme), nobody]) {
      const found = await Promise.all(all.map(async ([one, id]) => ((await given.world.ask<Record<string, { id: string } | null>>(viewer, `query ($id: ID!) { ${one}(id: $id) { id } }`, { id }))[one] === null ? [] : [[one, id]])));
      expect(found.flat()).toEqual(await listedIds(viewer));
    }
  });

  it("is found by name, role, state, system and record", async () => {
    const { world, system, programme } = await held();
    const found = await world.ask(holding("STEWARD", null), `query ($system: ID!, $programme: ID!) {
      byName: accounts(filter: { nameContains: "LO" }) { nodes { displayName } }
      byRole: accounts(filter: { role: [STEWARD] }) { nodes { displayName } }
      bySystem: accounts(filter: { system: $system }) { nodes { displayName } }
      keys: accessKeys(filter: { state: [OPEN], system: $system, nameContains: "h" }) { nodes { name } }
      last: accessKeys(orderBy: EXPIRES_ON, first: 1) { nodes { name } pageInfo { hasNextPage } }
      revoked: accessKeys(filter: { state: [REVOKED] }) { totalCount }
      grants: roleGrants(filter: { holdsFor: $programme, isHeld: true }) { nodes { role } }
      ended: roleGrants(filter: { isHeld: false }) { totalCount }
    }`, { system, programme });
    expect(found).toEqual({
      byName: { nodes: [{ displayName: "Lou" }] }, byRole: { nodes: [{ displayName: "Stewart" }] }, bySystem: { nodes: [{ displayName: "Lee" }] },
      keys: { nodes: [{ name: "Here" }] }, last: { nodes: [{ name: "Here" }], pageInfo: { hasNextPage: true } }, revoked: { totalCount: 0 },
      grants: { nodes: [{ role: "READER" }, { role: "LEAD" }] }, ended: { totalCount: 0 },
    });
  });

  it("takes as many statements for many as for few", async () => {
    const { world, programme, system } = await held();
    const before = await world.answer(holding("OFFICE", system), LISTS);
    for (const subject of ["a", "b", "c", "d"]) await signedIn(world.ledger, { issuer: "https://login.example", subject, displayName: subject, grants: [{ role: "DEPUTY", holdsFor: programme }] });
    const after = await world.answer(holding("OFFICE", system), LISTS);
    expect(after.data).not.toEqual(before.data);
    expect(after.statements).toBe(before.statements);
  });

  it("is reached in no other way, whatever the records' audience says", async () => {
    const { world, lead, key, system } = await held();
    const { roleGrants } = await world.ask<{ roleGrants: { nodes: { id: string }[] } }>(holding("STEWARD", null), "{ roleGrants { nodes { id } } }");
    const grant = roleGrants.nodes[0]?.id ?? "";
    for (const [kind, id] of [[accountKind, lead], [accessKeyKind, key], [roleGrantKind, grant]] as const) await world.act((draft) => { draft.change(kind, id, { audience: "PUBLIC", systemId: system }); });
    for (const viewer of [nobody, memberOf(system), holding("STEWARD", null, system)]) {
      expect(await world.ask(viewer, `{ nodes(ids: ["${lead}", "${key}", "${grant}"]) { id } search(query: "Lee") { totalCount } key: search(query: "Here") { totalCount } }`))
        .toEqual({ nodes: [null, null, null], search: { totalCount: 0 }, key: { totalCount: 0 } });
    }
  });
});

const VIEWER = "{ viewer { account { displayName roles { role } } accessKey { name } roles { role forEverything holdsFor { id } } canSeeMembersOf { name } canSeeDraftsOf { name } } }";

describe("viewer", () => {
  it("is nobody without signing in", async () => {
    const { world } = await held();
    expect(await world.ask(nobody, VIEWER)).toEqual({ viewer: { account: null, accessKey: null, roles: [], canSeeMembersOf: [], canSeeDraftsOf: [] } });
  });

  it("tells an account and a key what they are and see", async () => {
    const { world, lead, key, programme } = await held();
    const lease = world.ledger.lease();
    const [person, tool] = [viewerOf(lease.graph, lead, today), viewerOf(lease.graph, key, today)];
    lease.release();
    expect(await world.ask(person, VIEWER)).toEqual({ viewer: {
      account: { displayName: "Lee", roles: [{ role: "LEAD" }] }, accessKey: null, roles: [{ role: "LEAD", forEverything: false, holdsFor: { id: programme } }],
      canSeeMembersOf: [{ name: "Somerset" }], canSeeDraftsOf: [{ name: "Somerset" }],
    } });
    expect(await world.ask(tool, VIEWER)).toMatchObject({ viewer: { account: null, accessKey: { name: "Here" }, canSeeMembersOf: [{ name: "Somerset" }], canSeeDraftsOf: [] } });
  });
});

describe("the history of who has access", () => {
  const HISTORIES = "{ accounts { nodes { displayName history { nodes { act actor changes { field after } } } } } accessKeys { nodes { history { nodes { act changes { field after } } } } } roleGrants { nodes { history { nodes { act changes { field after } } } } } }";

  it("is read by an auditor of everything, and never what a secret is known by", async () => {
    const { world } = await held();
    const told = JSON.stringify(await world.ask(holding("AUDITOR", null), HISTORIES));
    expect(told).toContain('{"field":"role","after":"steward"}');
    expect(told).toContain('{"field":"displayName","after":"Lee"}');
    expect(told).toContain('{"field":"prefix"');
    expect(told).not.toContain("ingerprint");
  });

  it("is told to nobody else", async () => {
    const { world, programme } = await held();
    for (const viewer of [holding("AUDITOR", programme), holding("OFFICE", null), holding("STEWARD", null)]) {
      const told = JSON.stringify(await world.ask(viewer, HISTORIES));
      expect(told).toContain("history");
      expect(told).not.toContain('"field"');
    }
  });
});
