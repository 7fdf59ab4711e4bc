import { describe, expect, it } from "vitest";
import type { Role } from "../../../src/api/access/role.ts";
import { keyFor, signedIn, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";

const today = londonDay(new Date());

const CREATE = `mutation ($accessKey: CreateAccessKeyInput!, $dryRun: Boolean) { createAccessKey(accessKey: $accessKey, dryRun: $dryRun) {
  secret entry isRepeat accessKey { id version name prefix state expiresOn roles { role holdsFor { id } forEverything } } problems { code message path }
} }`;
const REVOKE = "mutation ($accessKey: RecordAsReadInput!) { revokeAccessKey(accessKey: $accessKey) { accessKey { state revokedOn version } problems { code path } } }";
const GRANT = "mutation ($role: GrantRoleInput!) { grantRole(role: $role) { roleGrant { id version role origin isHeld account { displayName } key { name } holdsFor { id } inSystem { id } } problems { code path } } }";
const END = "mutation ($role: EndRoleInput!) { endRole(role: $role) { roleGrant { until isHeld version } problems { code path conflict { fields } } } }";

interface Made { readonly createAccessKey: { readonly secret: string; readonly accessKey: { readonly id: string } } }
interface Granted { readonly grantRole: { readonly roleGrant: { readonly id: string } } }

async function opened(): Promise<{ world: World; system: string; programme: string; elsewhere: string; account: string }> {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const elsewhere = await world.given.programme({ systemId: await world.given.place({ level: "SYSTEM" }) });
  return { world, system, programme, elsewhere, account: await signedIn(world.ledger, { issuer: "https://login.example", subject: "1", displayName: "Sam", grants: null }) };
}

function keyed(world: World, secret: string): unknown {
  const lease = world.ledger.lease();
  try {
    return keyFor(lease.graph, secret, today);
  } finally {
    lease.release();
  }
}

describe("createAccessKey", () => {
  it("gives the secret once and never again", async () => {
    const { world, system, programme } = await opened();
    const office = holding("OFFICE", system, system);
    const accessKey = { name: "Board dashboard", role: "READER", holdsFor: programme };
    expect(await world.ask(office, CREATE, { accessKey, dryRun: true })).toMatchObject({ createAccessKey: { secret: null, entry: null, accessKey: { name: "Board dashboard" } } });
    const first = await world.answer(office, CREATE, { accessKey }, "key-1");
    const again = await world.answer(office, CREATE, { accessKey }, "key-1");
    expect(first.data).toMatchObject({ createAccessKey: { isRepeat: false, problems: [], accessKey: { state: "OPEN", expiresOn: addDays(today, 365), roles: [{ role: "READER", holdsFor: { id: programme }, forEverything: false }] } } });
    expect(again.data).toMatchObject({ createAccessKey: { isRepeat: true, secret: null, accessKey: { name: "Board dashboard" } } });
    const text = /"secret":"(wmk_[\w-]{43})"/.exec(JSON.stringify(first.data))?.[1] ?? "";
    expect(JSON.stringify(keyed(world, text))).toMatch(/^{"id":"ky_/);
    expect(JSON.stringify(await world.ask(holding("STEWARD", null), "{ accessKeys { nodes { name prefix fingerprint } } }"))).not.toContain(text);
  });

  it("refuses a key that opens nothing, or all by leaving something out", async () => {
    const { world, programme } = await opened();
    const steward = holding("STEWARD", null);
    expect(await world.ask(steward, CREATE, { accessKey: { name: " ", role: "READER", holdsFor: programme, expiresOn: "2020-01-01" } })).toMatchObject({ createAccessKey: { secret: null, problems: [{ code: "RULE", path: ["accessKey", "expiresOn"] }, { code: "INVALID_TEXT", path: ["accessKey", "name"] }] } });
    expect(await world.ask(steward, CREATE, { accessKey: { name: "All", role: "READER" } })).toMatchObject({ createAccessKey: { problems: [{ code: "RULE", path: ["accessKey", "holdsFor"] }] } });
    expect(await world.ask(steward, CREATE, { accessKey: { name: "All", role: "READER", forEverything: true } })).toMatchObject({ createAccessKey: { problems: [], accessKey: { roles: [{ forEverything: true }] } } });
  });
});

describe("nobody gives more than they hold", () => {
  const cases: readonly (readonly [giver: Role, where: "system" | "programme" | "elsewhere" | null, given: Role, what: "system" | "programme" | null, may: boolean])[] = [
    ["OFFICE", "system", "LEAD", "programme", true],
    ["OFFICE", "programme", "DEPUTY", "programme", true],
    ["OFFICE", "system", "READER", "system", true],
    ["OFFICE", "system", "OFFICE", "programme", false],
    ["OFFICE", "programme", "READER", "system", false],
    ["OFFICE", "elsewhere", "READER", "programme", false],
    ["OFFICE", "system", "READER", null, false],
    ["OFFICE", null, "STEWARD", null, false],
    ["STEWARD", null, "STEWARD", null, true],
    ["STEWARD", "system", "OFFICE", "programme", true],
    ["STEWARD", "system", "AUDITOR", null, false],
    ["LEAD", "programme", "READER", "programme", false],
    ["AUDITOR", null, "READER", "programme", false],
  ];

  it.each(cases)("%s of %s gives %s of %s: %s", async (giver, where, role, what, may) => {
    const { world, account, ...places } = await opened();
    const viewer = holding(giver, where === null ? null : places[where], places.system);
    const held = what === null ? { forEverything: true } : { holdsFor: places[what] };
    const granted = await world.answer(viewer, GRANT, { role: { account, role, ...held } });
    const made = await world.answer(viewer, CREATE, { accessKey: { name: "Tool", role, ...held } });
    expect([granted, made].map(({ errors }) => errors?.[0]?.extensions["code"])).toEqual(may ? [undefined, undefined] : ["FORBIDDEN", "FORBIDDEN"]);
  });
});

describe("grantRole and endRole", () => {
  it("give a role, once, and end it at once", async () => {
    const { world, system, programme, account } = await opened();
    const office = holding("OFFICE", system, system);
    const role = { account, role: "LEAD", holdsFor: programme };
    const granted = await world.ask<Granted>(office, GRANT, { role });
    expect(granted).toMatchObject({ grantRole: { problems: [], roleGrant: { role: "LEAD", origin: "GIVEN", isHeld: true, account: { displayName: "Sam" }, key: null, holdsFor: { id: programme }, inSystem: { id: system } } } });
    expect(await world.ask(office, GRANT, { role })).toMatchObject({ grantRole: { problems: [{ code: "ALREADY_EXISTS" }] } });
    const lease = world.ledger.lease();
    expect(viewerOf(lease.graph, account, today)).toMatchObject({ grants: [{ role: "LEAD", holdsFor: programme }], memberOf: [system] });
    lease.release();
    const { id } = granted.grantRole.roleGrant;
    expect(await world.refused(holding("OFFICE", programme), END, { role: { id: "rg_0000000000000000", expectedVersion: 1 } })).toEqual([expect.stringContaining("the programme office or a steward")]);
    expect(await world.refused(memberOf(system), END, { role: { id, expectedVersion: 1 } })).toHaveLength(1);
    expect(await world.ask(office, END, { role: { id, expectedVersion: 2 } })).toMatchObject({ endRole: { problems: [{ code: "NO_SUCH_VERSION" }] } });
    expect(await world.ask(office, END, { role: { id, expectedVersion: 1, until: addDays(today, 9) } })).toMatchObject({ endRole: { roleGrant: { isHeld: true } } });
    expect(await world.ask(office, END, { role: { id, expectedVersion: 1 } })).toMatchObject({ endRole: { problems: [{ code: "STALE", conflict: { fields: ["until"] } }] } });
    expect(await world.ask(office, END, { role: { id, expectedVersion: 2 } })).toMatchObject({ endRole: { roleGrant: { isHeld: false, until: addDays(today, -1) } } });
    const after = world.ledger.lease();
    expect(viewerOf(after.graph, account, today)).toMatchObject({ grants: [], memberOf: [] });
    after.release();
  });

  it("keep an office from the role of a steward", async () => {
    const { world, system, account } = await opened();
    const granted = await world.ask<Granted>(holding("STEWARD", null), GRANT, { role: { account, role: "STEWARD", holdsFor: system } });
    const role = { id: granted.grantRole.roleGrant.id, expectedVersion: 1 };
    expect(await world.refused(holding("OFFICE", system, system), END, { role })).toEqual([expect.stringContaining("a steward")]);
    expect(await world.ask(holding("STEWARD", system, system), END, { role })).toMatchObject({ endRole: { problems: [] } });
  });

  it("say whom there is none of", async () => {
    const { world, programme } = await opened();
    const role = { account: "ac_0000000000000000", role: "LEAD", holdsFor: programme };
    expect(await world.ask(holding("STEWARD", null), GRANT, { role })).toMatchObject({ grantRole: { problems: [{ code: "NOT_FOUND", path: ["role", "account"] }] } });
    expect(await world.ask(holding("STEWARD", null), END, { role: { id: "rg_0000000000000000", expectedVersion: 1 } })).toMatchObject({ endRole: { problems: [{ code: "NOT_FOUND", path: ["role", "id"] }] } });
  });
});

describe("revokeAccessKey", () => {
  it("closes a key, for whoever answers for all that it opens", async () => {
    const { world, system, programme, elsewhere } = await opened();
    const steward = holding("STEWARD", null);
    const made = await world.ask<Made>(steward, CREATE, { accessKey: { name: "Tool", role: "LEAD", holdsFor: programme } });
    const { accessKey: { id }, secret } = made.createAccessKey;
    await world.ask(steward, GRANT, { role: { key: id, role: "READER", holdsFor: elsewhere } });
    const accessKey = { id, expectedVersion: 1 };
    expect(await world.refused(holding("OFFICE", system, system), REVOKE, { accessKey })).toHaveLength(1);
    expect(await world.ask(steward, REVOKE, { accessKey })).toMatchObject({ revokeAccessKey: { accessKey: { state: "REVOKED", revokedOn: today, version: 2 }, problems: [] } });
    expect(keyed(world, secret)).toEqual({ refused: "REVOKED" });
    expect(await world.ask(steward, REVOKE, { accessKey: { id, expectedVersion: 2 } })).toMatchObject({ revokeAccessKey: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
  });
});
