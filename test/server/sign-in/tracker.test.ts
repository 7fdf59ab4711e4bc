import { describe, expect, onTestFinished, test } from "vitest";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { accessKeyKind, accountKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { addDays, londonDay } from "../../../src/kernel/day.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { startServer, type RunningServer } from "../../../src/server/http.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { applicationOver } from "../../../src/serve/tracker.ts";
import { openWorld, type World } from "../../support/domain-world.ts";
import { read, type Asked } from "../support.ts";
import { Browser } from "./browser.ts";

const PLAN = `mutation ($milestone: PlanMilestoneInput!) { planMilestone(milestone: $milestone) { milestone { title } entry isRepeat problems { code } } }`;

interface Tracker {
  readonly server: RunningServer;
  readonly world: World;
  readonly ledger: Ledger;
  readonly programme: string;
}

/** The tracker itself, on a server that nobody has configured, with one programme that has a workstream. */
async function openTracker(): Promise<Tracker> {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  await world.given.programme({ systemId: system, name: "A programme without workstreams" });
  const programme = await world.given.programme({ systemId: system, name: "B programme" });
  await world.given.workstream({ programmeId: programme, systemId: system, name: "Members' own", audience: "MEMBERS" });
  const settings = readSettings({ PORT: "0" });
  const server = await startServer(await applicationOver(world.ledger, settings), settings, createLog("silent"));
  onTestFinished(() => server.close());
  return { server, world, ledger: world.ledger, programme };
}

async function signedInAs({ server }: Tracker, label: string): Promise<Browser> {
  const browser = new Browser();
  const link = (await server.newLinks()).find((candidate) => candidate.label === label);
  if (link === undefined) throw new Error(`There is no link for ${label}.`);
  expect((await browser.send(link.url)).status).toBe(303);
  return browser;
}

async function ask({ server }: Tracker, browser: Browser, query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  return read(await browser.send(`${server.url}/graphql`, { method: "POST", body: JSON.stringify({ query, variables }), headers: { "content-type": "application/json", ...headers } }));
}

const milestoneOf = (programme: string) => ({ milestone: { programme, title: "Launch", type: "LAUNCH", baseline: { text: "January 2025" } } });

describe("on the tracker, a link", () => {
  test("is there for each role", async () => {
    const tracker = await openTracker();
    expect((await tracker.server.newLinks()).map(({ label }) => label)).toEqual(["lead", "deputy lead", "office", "steward", "auditor", "reader"]);
  });

  test("makes an account on its first use, and leaves nothing else in the history", async () => {
    const tracker = await openTracker();
    const before = tracker.ledger.head();
    await tracker.server.newLinks();
    expect(tracker.ledger.head()).toBe(before);
    await signedInAs(tracker, "lead");
    await signedInAs(tracker, "lead");
    const entries = tracker.ledger.entriesAfter(before, 10);
    expect(entries.map(({ act }) => act)).toEqual(["account:sign-in"]);
    expect(entries.flatMap(({ changes }) => changes.map(({ type }) => type)).toSorted()).toEqual(["Account", "RoleGrant"]);
    expect(tracker.ledger.verify()).toMatchObject({ sound: true });
  });

  test("opens to a lead what they lead, and nothing to a reader but reading", async () => {
    const tracker = await openTracker();
    const [lead, reader] = [await signedInAs(tracker, "lead"), await signedInAs(tracker, "reader")];
    const planned = await ask(tracker, lead, PLAN, milestoneOf(tracker.programme));
    expect(planned).toMatchObject({ status: 200, data: { planMilestone: { milestone: { title: "Launch" }, problems: [] } }, extensions: { ledger: { entry: tracker.ledger.head() } } });
    expect(tracker.ledger.entriesAfter(tracker.ledger.head() - 1, 1)[0]?.actor).toMatch(/^ac_/);
    expect(await ask(tracker, reader, PLAN, milestoneOf(tracker.programme))).toMatchObject({ code: "FORBIDDEN" });
    const seen = "{ workstreams { totalCount } }";
    expect(await ask(tracker, reader, seen)).toMatchObject({ data: { workstreams: { totalCount: 1 } } });
    const nobody = await ask(tracker, new Browser(), seen);
    expect(nobody).toMatchObject({ data: { workstreams: { totalCount: 0 } }, extensions: { ledger: { entry: tracker.ledger.head() } } });
    expect(await ask(tracker, new Browser(), PLAN, milestoneOf(tracker.programme))).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });

  test("signs in for as long as the account stands, through a rebuild", async () => {
    const tracker = await openTracker();
    const browser = await signedInAs(tracker, "office");
    await tracker.ledger.rebuild();
    expect(await ask(tracker, browser, "{ __typename }")).toMatchObject({ status: 200 });
    const changes = tracker.ledger.entriesAfter(0, 100).filter(({ act }) => act === "account:sign-in").flatMap((entry) => entry.changes);
    await tracker.world.act((draft) => {
      for (const kind of [roleGrantKind, accountKind]) for (const { id } of changes.filter(({ type }) => type === kind.type)) draft.remove(kind, id);
    });
    expect(await ask(tracker, browser, "{ __typename }")).toMatchObject({ status: 401, code: "SESSION_ENDED" });
  });
});

const keyFor = async ({ ledger, programme }: Tracker) => makeKey(ledger, { name: "Board pack", role: "LEAD", holdsFor: programme, expiresOn: addDays(londonDay(new Date()), 30), actor: "test" });

describe("on the tracker, a key", () => {
  test("acts in its own name, and once under one Idempotency-Key", async () => {
    const tracker = await openTracker();
    const { id, secret } = await keyFor(tracker);
    const headers = { authorization: `Bearer ${secret}`, "idempotency-key": "launch" };
    const first = await ask(tracker, new Browser(), PLAN, milestoneOf(tracker.programme), headers);
    expect(first).toMatchObject({ data: { planMilestone: { isRepeat: false, problems: [] } } });
    const again = await ask(tracker, new Browser(), PLAN, milestoneOf(tracker.programme), headers);
    expect(again).toMatchObject({ data: { planMilestone: { isRepeat: true, milestone: { title: "Launch" } } } });
    expect(tracker.ledger.entriesAfter(0, 100).filter(({ actor }) => actor === id)).toHaveLength(1);
  });

  test("only reads as a password", async () => {
    const tracker = await openTracker();
    const { secret } = await keyFor(tracker);
    const headers = { authorization: `Basic ${Buffer.from(`excel:${secret}`).toString("base64")}` };
    expect(await ask(tracker, new Browser(), "{ workstreams { totalCount } }", {}, headers)).toMatchObject({ data: { workstreams: { totalCount: 1 } } });
    const before = tracker.ledger.head();
    expect(await ask(tracker, new Browser(), PLAN, milestoneOf(tracker.programme), headers)).toMatchObject({ status: 403, code: "READ_ONLY" });
    expect(tracker.ledger.head()).toBe(before);
  });

  test("that was revoked is refused as one that never was", async () => {
    const tracker = await openTracker();
    const { id, secret } = await keyFor(tracker);
    await tracker.world.act((draft) => { draft.change(accessKeyKind, id, { revokedOn: londonDay(new Date()) }); });
    const [revoked, unknown] = await Promise.all([secret, "wmk_unknown"].map(async (key) => ask(tracker, new Browser(), "{ __typename }", {}, { authorization: `Bearer ${key}` })));
    expect(revoked).toMatchObject({ status: 401, code: "KEY_NOT_VALID" });
    expect(revoked?.text).toBe(unknown?.text);
  });
});
