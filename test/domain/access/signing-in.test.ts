import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import type { Role } from "../../../src/api/access/role.ts";
import { hasAnyKey, keyFor, makeKey, signedIn, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { addDays, londonDay, readDay } from "../../../src/kernel/day.ts";
import type { Graph } from "../../../src/ledger/graph.ts";
import { rowsOf } from "../../support/rows.ts";
import { openWorld, type World } from "../../support/domain-world.ts";

const today = londonDay(new Date());
const tomorrow = addDays(today, 1);
const someone = { issuer: "https://login.example", subject: "s-1", displayName: "Sam" };

function read<Result>({ ledger }: World, work: (graph: Graph) => Result): Result {
  const lease = ledger.lease();
  try {
    return work(lease.graph);
  } finally {
    lease.release();
  }
}

async function holder(world: World, role: Role, holdsFor: string | null, days: { since?: string; until?: string } = {}): Promise<string> {
  const id = await signedIn(world.ledger, { ...someone, subject: `${role}-${holdsFor}`, grants: [{ role, holdsFor }] });
  const grant = read(world, (graph) => rowsOf(graph, roleGrantKind).find(({ accountId }) => accountId === id));
  if (Object.keys(days).length > 0) await world.act((draft) => { draft.change(roleGrantKind, String(grant?.id), days); });
  return id;
}

describe("viewerOf", () => {
  it.each([
    ["READER", false], ["LEAD", true], ["DEPUTY", true], ["OFFICE", true], ["STEWARD", true], ["AUDITOR", true],
  ] as const)("lets a %s see what members of the record's system see, and drafts: %s", async (role, drafts) => {
    const world = await openWorld();
    const [system] = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })];
    const programme = await world.given.programme({ systemId: system });
    const id = await holder(world, role, programme);
    expect(read(world, (graph) => viewerOf(graph, id, today))).toEqual({ accountId: id, grants: [{ role, holdsFor: programme }], memberOf: [system], draftsOf: drafts ? [system] : [] });
  });

  it("takes a system for itself, and everything for every system", async () => {
    const world = await openWorld();
    const systems = [await world.given.place({ level: "SYSTEM" }), await world.given.place({ level: "SYSTEM" })].toSorted();
    await world.given.place({ level: "PLACE" });
    const [one, all] = [await holder(world, "OFFICE", systems[0] ?? ""), await holder(world, "STEWARD", null)];
    expect(read(world, (graph) => viewerOf(graph, one, today))).toMatchObject({ memberOf: [systems[0]], draftsOf: [systems[0]] });
    expect(read(world, (graph) => viewerOf(graph, all, today))).toMatchObject({ memberOf: systems, draftsOf: systems });
  });

  it("counts a role from its first day to its last", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const id = await holder(world, "LEAD", programme, { since: "2024-03-01", until: "2024-03-31" });
    const held = (day: string): number => read(world, (graph) => viewerOf(graph, id, readDay(day))).grants.length;
    expect(["2024-02-29", "2024-03-01", "2024-03-31", "2024-04-01"].map(held)).toEqual([0, 1, 1, 0]);
  });

  it("is nobody for an account that is not there, and for a key that opens nothing", async () => {
    const world = await openWorld();
    const { id } = await makeKey(world.ledger, { name: "Dashboard", role: "READER", holdsFor: null, expiresOn: today, actor: "test" });
    expect(read(world, (graph) => viewerOf(graph, "ac_0000000000000000", today))).toEqual(nobody);
    expect(read(world, (graph) => viewerOf(graph, id, today))).toMatchObject({ accountId: id, grants: [{ role: "READER", holdsFor: null }] });
    expect(read(world, (graph) => viewerOf(graph, id, tomorrow))).toEqual(nobody);
  });
});

describe("signedIn", () => {
  it("makes an account the first time, and writes nothing when nothing is new", async () => {
    const world = await openWorld();
    const id = await signedIn(world.ledger, { ...someone, grants: null });
    const head = world.ledger.head();
    expect(await signedIn(world.ledger, { ...someone, grants: null })).toBe(id);
    expect(world.ledger.head()).toBe(head);
    expect(await signedIn(world.ledger, { ...someone, displayName: "Sam Smith", grants: null })).toBe(id);
    expect(read(world, (graph) => rowsOf(graph, accountKind))).toMatchObject([{ id, displayName: "Sam Smith", version: 2 }]);
    expect(world.ledger.entriesAfter(head, 1)).toMatchObject([{ act: "account:sign-in", actor: id }]);
  });

  it("makes one account of two first sign-ins at once, and another for another issuer's", async () => {
    const world = await openWorld();
    const [one, two] = await Promise.all([signedIn(world.ledger, { ...someone, grants: null }), signedIn(world.ledger, { ...someone, grants: null })]);
    expect(one).toBe(two);
    expect(await signedIn(world.ledger, { ...someone, issuer: "https://other.example", grants: null })).not.toBe(one);
  });

  it("keeps the roles of groups in step, and leaves those that were given", async () => {
    const world = await openWorld();
    const programme = await world.given.programme();
    const lead = { role: "LEAD", holdsFor: programme } as const;
    const reader = { role: "READER", holdsFor: null } as const;
    const id = await signedIn(world.ledger, { ...someone, grants: [lead, lead, { role: "LEAD", holdsFor: "pg_0000000000000000" }] });
    const grants = (): unknown[] => read(world, (graph) => viewerOf(graph, id, today)).grants.toSorted((a, b) => (a.role < b.role ? -1 : 1));
    expect(grants()).toEqual([lead]);
    await world.act((draft) => draft.create(roleGrantKind, { audience: "MEMBERS", accountId: id, role: "OFFICE", holdsForId: programme, origin: "GIVEN", since: today }));
    await signedIn(world.ledger, { ...someone, grants: [reader] });
    expect(grants()).toEqual([{ role: "OFFICE", holdsFor: programme }, reader]);
    await signedIn(world.ledger, { ...someone, grants: null });
    expect(grants()).toHaveLength(2);
    await signedIn(world.ledger, { ...someone, grants: [] });
    expect(grants()).toEqual([{ role: "OFFICE", holdsFor: programme }]);
  });
});

describe("a key", () => {
  it("is found by its secret, which is kept nowhere", async () => {
    const world = await openWorld();
    expect(read(world, (graph) => hasAnyKey(graph, today))).toBe(false);
    const { id, secret } = await makeKey(world.ledger, { name: "Dashboard", role: "READER", holdsFor: await world.given.programme(), expiresOn: today, actor: "test" });
    expect(secret).toMatch(/^wmk_[\w-]{43}$/);
    const ask = (text: string, day = today): unknown => read(world, (graph) => keyFor(graph, text, day));
    expect(ask(secret)).toEqual({ id });
    expect(ask(`${secret}x`)).toEqual({ refused: "UNKNOWN" });
    expect(ask(secret, tomorrow)).toEqual({ refused: "EXPIRED" });
    expect([today, tomorrow].map((day) => read(world, (graph) => hasAnyKey(graph, day)))).toEqual([true, false]);
    expect(JSON.stringify(world.ledger.entriesAfter(0, 100))).not.toContain(secret);
    await world.act((draft) => { draft.change(accessKeyKind, id, { revokedOn: today }); });
    expect(ask(secret, tomorrow)).toEqual({ refused: "REVOKED" });
    expect(read(world, (graph) => hasAnyKey(graph, today))).toBe(false);
  });

  it("is not made for a record that is not there", async () => {
    const world = await openWorld();
    await expect(makeKey(world.ledger, { name: "Dashboard", role: "READER", holdsFor: "pg_0000000000000000", expiresOn: today, actor: "test" })).rejects.toThrow(/pg_0000000000000000/);
  });
});
