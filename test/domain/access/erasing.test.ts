import { describe, expect, it, vi } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { namesInSubject } from "../../../src/domain/partners/access/decisions.ts";
import { signedIn, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import { roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { wordsInBytes } from "../../support/erasable.ts";
import { rowsAtHead } from "../../support/ledger.ts";

const today = londonDay(new Date());
const steward = holding("STEWARD", null);
const ERASE = "mutation ($id: ID!, $alsoCalled: [String!], $dryRun: Boolean, $reason: String) { eraseAccount(id: $id, alsoCalled: $alsoCalled, dryRun: $dryRun, reason: $reason) { entry isRepeat changedCount changed { id } problems { code path } } }";

const sam = { issuer: "https://login.example", subject: "s.okafor@trust.example", displayName: "Sam Okafor", grants: null };

interface Given { readonly world: World; readonly programme: string; readonly account: string; readonly milestone: string }

/** Sam leads a programme, is to be its reader, was its deputy, and stands in the words and the reason of a milestone. */
async function given(): Promise<Given> {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  const account = await signedIn(world.ledger, { ...sam, grants: [{ role: "LEAD", holdsFor: programme }] });
  const grant = { audience: "MEMBERS", accountId: account, holdsForId: programme, inSystemId: system, origin: "GIVEN" } as const;
  await world.record(roleGrantKind, { ...grant, role: "READER", since: addDays(today, 9) });
  await world.record(roleGrantKind, { ...grant, role: "DEPUTY", since: addDays(today, -9), until: addDays(today, -3) });
  const milestone = await world.given.milestone({ programmeId: programme, title: "Okafor, Sam to launch" });
  await world.act((draft) => { draft.change(milestoneKind, milestone, { title: "Launch by s.okafor@trust.example" }); return milestone; }, { actor: account, reason: "Sam Okafor said so" });
  return { world, programme, account, milestone };
}

function roles(world: World): unknown[] {
  return rowsAtHead(world.ledger, "select role, since, until from role_grants order by role");
}

describe("eraseAccount", () => {
  it("takes the name out of everything, and ends what the account held and the way in", async () => {
    const { world, account, milestone } = await given();
    const file = String(rowsAtHead(world.ledger, "select file from pragma_database_list")[0]?.["file"]);
    expect(wordsInBytes(file, ["okafor"])).toEqual(["okafor"]);
    expect(await world.ask(steward, ERASE, { id: account })).toMatchObject({ eraseAccount: { isRepeat: false, changedCount: 4, changed: [{ id: milestone }], problems: [] } });
    const yesterday = addDays(today, -1);
    expect(roles(world)).toEqual([{ role: "DEPUTY", since: addDays(today, -9), until: addDays(today, -3) }, { role: "LEAD", since: today, until: yesterday }, { role: "READER", since: addDays(today, 9), until: yesterday }]);
    const lease = world.ledger.lease();
    expect(viewerOf(lease.graph, account, today)).toEqual(nobody);
    lease.release();
    const told = JSON.stringify(await world.ask(steward, "query ($id: ID!) { accounts { nodes { id issuer subject displayName history(first: 9) { nodes { changes { before after } } } } } node(id: $id) { ... on Milestone { title history(first: 9) { nodes { actor reason changes { before after } } } } } }", { id: milestone }));
    expect(told).toContain("Launch by [erased]");
    expect(told).toContain(account);
    expect(told).not.toMatch(/okafor/i);
    // The request that erases still reads from the file: the bytes go when it has been answered.
    await vi.waitFor(() => { expect(wordsInBytes(file, ["okafor"])).toEqual([]); }, 3_000);
    expect(world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("lets whoever signs in again begin anew, with nothing of what was", async () => {
    const { world, account } = await given();
    await world.ask(steward, ERASE, { id: account });
    const anew = await signedIn(world.ledger, sam);
    expect(anew).not.toBe(account);
    const lease = world.ledger.lease();
    expect(viewerOf(lease.graph, anew, today)).toMatchObject({ accountId: anew, grants: [] });
    lease.release();
  });

  it("tells under dryRun what it would change, and erases nothing", async () => {
    const { world, account, milestone } = await given();
    const before = [world.ledger.head(), roles(world)];
    expect(await world.ask(steward, ERASE, { id: account, dryRun: true })).toMatchObject({ eraseAccount: { entry: null, changedCount: 4, changed: [{ id: milestone }], problems: [] } });
    expect([world.ledger.head(), roles(world)]).toEqual(before);
    expect(JSON.stringify(await world.ask(steward, "{ accounts { nodes { displayName subject } } milestones { nodes { title } } }"))).toMatch(/Sam Okafor.*s\.okafor@.*s\.okafor@/);
  });

  it("is for a steward of everything", async () => {
    const { world, programme, account } = await given();
    const before = world.ledger.head();
    for (const viewer of [holding("OFFICE", null), holding("STEWARD", programme), memberOf(), nobody]) expect(await world.refused(viewer, ERASE, { id: account })).toHaveLength(1);
    expect(await world.refused(holding("STEWARD", programme), ERASE, { id: account })).toEqual([expect.stringContaining("a steward of everything")]);
    expect(world.ledger.head()).toBe(before);
  });

  it.each([
    ["a reason that names them", { reason: "Sam Okafor asked for it" }, [{ code: "STILL_NAMED", path: [] }]],
    ["a name of one letter", { alsoCalled: ["Sammy", "S."] }, [{ code: "INVALID_TEXT", path: ["alsoCalled", "1"] }]],
    ["an account that there is not", { id: "ac_0000000000000000" }, [{ code: "NOT_FOUND", path: ["id"] }]],
    ["what is no account", { id: "pe_0000000000000000" }, [{ code: "NOT_FOUND", path: ["id"] }]],
  ])("refuses %s", async (_, wrong, problems) => {
    const { world, account } = await given();
    expect(await world.ask(steward, ERASE, { id: account, ...wrong })).toMatchObject({ eraseAccount: { entry: null, changedCount: 0, changed: [], problems } });
  });
});

describe("what an issuer calls somebody", () => {
  it.each([
    ["sam.okafor@trust.example", true],
    ["sam7@trust.example", true],
    ["sam.okafor", true],
    ["Sam Okafor", true],
    ["steward", false],
    ["42", false],
    ["auth0|5f7c8ec7c33c6c004bbafe82", false],
    ["6ba7b810-9dad-11d1-80b4-00c04fd430c8", false],
  ])("that may be a name is looked for everywhere: %s", (subject, isName) => {
    expect(namesInSubject(subject)).toEqual(isName ? [subject] : []);
  });
});
