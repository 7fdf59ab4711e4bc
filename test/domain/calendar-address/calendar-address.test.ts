import { describe, expect, it } from "vitest";
import { calendarAddressKind } from "../../../src/domain/delivery/calendar-address/table.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import { accessKeyKind } from "../../../src/domain/partners/access/table.ts";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import { addressOf, calendarAt, CREATE, nobody, somebody, type Somebody } from "../../support/calendars.ts";
import { holding, openWorld, type World } from "../../support/domain-world.ts";
import { served } from "../../support/served.ts";

const today = londonDay(new Date());

const MINE = "{ viewer { calendarAddresses { name prefix madeOn revokedOn lastUsedOn about { id } } } }";
const REVOKE = "mutation ($calendarAddress: RecordAsReadInput!) { revokeCalendarAddress(calendarAddress: $calendarAddress) { calendarAddress { revokedOn version } problems { code path } } }";

async function opened(): Promise<{ readonly world: World; readonly system: string; readonly programme: string; readonly reader: Somebody }> {
  const world = await openWorld(today);
  const system = await world.given.place({ level: "SYSTEM" });
  const programme = await world.given.programme({ systemId: system });
  return { world, system, programme, reader: await somebody(world, [{ role: "READER", holdsFor: system }]) };
}

describe("createCalendarAddress", () => {
  it("gives the secret once and never again, and keeps it nowhere", async () => {
    const { world, programme, reader } = await opened();
    const calendarAddress = { about: programme, name: "Outlook at work" };
    expect(await world.ask(reader.viewer(), CREATE, { calendarAddress, dryRun: true })).toMatchObject({ createCalendarAddress: { secretPath: null, entry: null, calendarAddress: { name: "Outlook at work" } } });
    const first = await world.answer(reader.viewer(), CREATE, { calendarAddress }, "once");
    const again = await world.answer(reader.viewer(), CREATE, { calendarAddress }, "once");
    const secret = /"secretPath":"\/calendars\/(wmc_[\w-]{43})\.ics"/.exec(JSON.stringify(first.data))?.[1] ?? "";
    expect(secret).toMatch(/^wmc_/);
    expect(again.data).toMatchObject({ createCalendarAddress: { isRepeat: true, secretPath: null, calendarAddress: { name: "Outlook at work" } } });
    const listed = await world.ask(reader.viewer(), MINE);
    expect(listed).toEqual({ viewer: { calendarAddresses: [{ name: "Outlook at work", prefix: secret.slice(0, 8), madeOn: today, revokedOn: null, lastUsedOn: null, about: { id: programme } }] } });
    const lease = world.ledger.lease();
    const kept = JSON.stringify(["changes", "entries", "repeats", "aside", "calendar_addresses"].map((table) => lease.ledger.run(`select * from ${table}`, [])));
    lease.release();
    expect(kept).toContain(secret.slice(0, 8));
    expect(kept).not.toContain(secret.slice(0, 20));
  });

  it("is for whoever signed in, of what they see that has a calendar", async () => {
    const { world, programme, reader, system } = await opened();
    expect((await world.answer(nobody, CREATE, { calendarAddress: { about: programme } })).errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
    const hidden = await world.given.programme({ audience: "DRAFT", systemId: system });
    const about = async (id: string) => world.ask(reader.viewer(), CREATE, { calendarAddress: { about: id } });
    expect(await about(hidden)).toMatchObject({ createCalendarAddress: { secretPath: null, problems: [{ code: "NOT_FOUND", path: ["calendarAddress", "about"] }] } });
    for (const made of [programme, await world.given.healthIntegrationTeam(), await world.given.organisation(), await world.given.group()]) expect(JSON.stringify(await about(made))).toContain('"problems":[]');
    const milestone = await world.given.milestone({ programmeId: programme });
    // What nobody makes a calendar of is not asked for: the rule says so.
    expect(await about(milestone)).toMatchObject({ createCalendarAddress: { secretPath: null, problems: [{ code: "RULE", path: ["calendarAddress", "about"] }] } });
  });

  it("stops at fifty that stand", async () => {
    const { world, programme, reader } = await opened();
    await world.act((draft) => {
      for (let count = 0; count < 50; count += 1) draft.create(calendarAddressKind, { audience: "MEMBERS", holderId: reader.id, aboutId: programme, prefix: "wmc_0000", fingerprint: `${count}`, madeOn: today, ...(count === 0 ? { revokedOn: today } : {}) });
      return programme;
    });
    const create = async () => world.ask(reader.viewer(), CREATE, { calendarAddress: { about: programme } });
    expect(await create()).toMatchObject({ createCalendarAddress: { problems: [] } });
    expect(await create()).toMatchObject({ createCalendarAddress: { secretPath: null, problems: [{ code: "NOT_ALLOWED_NOW" }] } });
  });

  it("leaves what it is of free to be removed", async () => {
    const { world, programme, reader } = await opened();
    await addressOf(world, reader.viewer(), programme);
    await world.act((draft) => { draft.remove(programmeKind, programme); return programme; });
    expect(await world.ask(reader.viewer(), MINE)).toMatchObject({ viewer: { calendarAddresses: [{ about: null }] } });
  });
});

describe("revokeCalendarAddress", () => {
  it("is for its maker and for the office or a steward of what it is of, and for nobody else", async () => {
    const { world, programme, reader, system } = await opened();
    const other = await somebody(world, [{ role: "LEAD", holdsFor: programme }]);
    const revoke = async (viewer: Parameters<World["answer"]>[0], id: string, expectedVersion = 1) => world.answer(viewer, REVOKE, { calendarAddress: { id, expectedVersion } });
    const [first, second] = [await addressOf(world, reader.viewer(), programme), await addressOf(world, reader.viewer(), programme)];
    for (const viewer of [other.viewer(), holding("OFFICE", await world.given.place({ level: "SYSTEM" }))]) {
      const [theirs, none] = [await revoke(viewer, first.id), await revoke(viewer, "cq_0000000000000000")];
      expect(theirs.errors?.[0]?.extensions["code"]).toBe("FORBIDDEN");
      expect(none.errors?.[0]).toMatchObject({ message: theirs.errors?.[0]?.message });
    }
    expect((await revoke(reader.viewer(), first.id)).data).toMatchObject({ revokeCalendarAddress: { problems: [], calendarAddress: { revokedOn: today, version: 2 } } });
    expect((await revoke(reader.viewer(), first.id, 2)).data).toMatchObject({ revokeCalendarAddress: { problems: [{ code: "NOT_ALLOWED_NOW" }] } });
    expect((await revoke(holding("OFFICE", system), second.id)).data).toMatchObject({ revokeCalendarAddress: { problems: [], calendarAddress: { revokedOn: today } } });
  });
});

describe("calendar addresses", () => {
  it("are listed to their maker, and to whoever is given the account", async () => {
    const { world, programme, reader, system } = await opened();
    await addressOf(world, reader.viewer(), programme);
    const other = await somebody(world, [{ role: "READER", holdsFor: system }]);
    const listed = async (viewer: Parameters<World["ask"]>[0]) => world.ask(viewer, "{ viewer { calendarAddresses { madeOn } } accounts { nodes { calendarAddresses { madeOn } } } }");
    expect(await listed(reader.viewer())).toEqual({ viewer: { calendarAddresses: [{ madeOn: today }] }, accounts: { nodes: [] } });
    for (const viewer of [other.viewer(), nobody]) expect(await listed(viewer)).toEqual({ viewer: { calendarAddresses: [] }, accounts: { nodes: [] } });
    expect(await listed(holding("STEWARD", system))).toMatchObject({ accounts: { nodes: [{ calendarAddresses: [{ madeOn: today }] }, { calendarAddresses: [] }] } });
  });

  it("say when they were last used, and end with a key that made them", async () => {
    const { world, programme, reader, system } = await opened();
    const server = await served(world.ledger);
    const made = await addressOf(world, reader.viewer(), programme);
    await calendarAt(`${server.url}${made.path}`);
    expect(await world.ask(reader.viewer(), MINE)).toMatchObject({ viewer: { calendarAddresses: [{ lastUsedOn: today }] } });
    const key = await makeKey(world.ledger, { name: "Room display", role: "READER", holdsFor: system, expiresOn: addDays(today, 1), actor: "test" });
    const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${key.secret}` }, body: JSON.stringify({ query: CREATE, variables: { calendarAddress: { about: programme } } }) });
    const path = /"secretPath":"([^"]+)"/.exec(await answer.text())?.[1] ?? "";
    expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    await world.act((draft) => { draft.change(accessKeyKind, key.id, { revokedOn: today }); return key.id; });
    expect((await fetch(`${server.url}${path}`)).status).toBe(404);
  });
});
