import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import type { Role } from "../../../src/api/access/role.ts";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { makeKey, viewerOf } from "../../../src/domain/partners/access/signing-in.ts";
import type { Courier } from "../../../src/feeds/webhooks/courier.ts";
import { HELD_MILLISECONDS } from "../../../src/feeds/webhooks/lane.ts";
import { poster, type Post } from "../../../src/feeds/webhooks/post.ts";
import type { Works } from "../../../src/feeds/webhooks/works.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { openLedger } from "../../../src/serve/tracker.ts";
import { webhooksOver } from "../../../src/serve/webhooks.ts";
import { worldOver, type World } from "../../support/domain-world.ts";
import { freshFile } from "../../support/ledger.ts";
import { usePostgres } from "../../support/postgres.ts";
import { until } from "../../ledger/contract/store.ts";
import { isSigned, Receiver } from "./receiver.ts";
import { today } from "./support.ts";

const postgres = usePostgres();

const zLine = z.looseObject({ level: z.string(), msg: z.string() });

/** One of several servers, and what it writes into its log. */
interface Server {
  readonly world: World;
  readonly logged: readonly z.output<typeof zLine>[];
  readonly courier: (instead?: Partial<Works>) => Courier;
}

async function serverOf(journal: string): Promise<Server> {
  const ledger = await openLedger(freshFile(), { journal });
  const logged: z.output<typeof zLine>[] = [];
  const log = createLog("info", { write: (line) => { logged.push(zLine.parse(JSON.parse(line))); } });
  const couriers: Courier[] = [];
  onTestFinished(async () => {
    await Promise.all(couriers.map(async (courier) => courier.stop()));
    await ledger.close();
  });
  return {
    world: worldOver(ledger, today), logged,
    courier: (instead = {}) => {
      const courier = webhooksOver(ledger, { smallNumber: 5, webhookAllowPrivate: true }, log, { chance: () => 0, post: poster({ allowPrivate: true }), ...instead });
      couriers.push(courier);
      return courier;
    },
  };
}

async function keyed({ world: { ledger } }: Server, role: Role, holdsFor: string | null): Promise<Viewer> {
  const { id } = await makeKey(ledger, { name: "A tool", role, holdsFor, expiresOn: readDay("2099-01-01"), actor: "test" });
  const lease = ledger.lease();
  try {
    return viewerOf(lease.graph, id, today);
  } finally {
    lease.release();
  }
}

interface Hooked { readonly journal: string; readonly one: Server; readonly other: Server; readonly owner: Viewer; readonly programme: string }

async function twoServers(): Promise<Hooked> {
  const journal = await postgres.freshDatabase();
  const [one, other] = [await serverOf(journal), await serverOf(journal)];
  const programme = await one.world.given.programme({ systemId: await one.world.given.place({ level: "SYSTEM" }) });
  const owner = await keyed(one, "READER", programme);
  return { journal, one, other, owner, programme };
}

async function sameHead(...servers: readonly Server[]): Promise<void> {
  await until(() => new Set(servers.map(({ world }) => world.ledger.head())).size === 1);
}

async function hook({ world }: Server, owner: Viewer, address: string): Promise<{ readonly id: string; readonly secret: string }> {
  const { createWebhook } = await world.ask<{ createWebhook: { secret: string; webhook: { id: string } } }>(owner, "mutation ($webhook: CreateWebhookInput!) { createWebhook(webhook: $webhook) { secret webhook { id } problems { message } } }", { webhook: { address, types: ["milestone.created"] } });
  return { id: createWebhook.webhook.id, secret: createWebhook.secret };
}

interface Told { readonly occasion: string; readonly status: string }

async function deliveriesIn({ world }: Server, owner: Viewer): Promise<readonly Told[]> {
  const { webhooks } = await world.ask<{ webhooks: { nodes: { deliveries: { nodes: Told[] } }[] } }>(owner, "{ webhooks { nodes { deliveries { nodes { occasion status } } } } }");
  return webhooks.nodes[0]?.deliveries.nodes ?? [];
}

/** What a clock says that is far ahead of the others. */
const ahead = (): Date => new Date(Date.now() + HELD_MILLISECONDS + 5_000);

/** How often rows of what is kept in drawers have been looked for, once PostgreSQL has counted. */
async function looks(journal: string): Promise<number> {
  await pause(1_200);
  const [row] = await postgres.run(journal, "select (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int as looks from pg_stat_user_tables where relname = 'aside'");
  return Number(row?.["looks"]);
}

describe("several servers over one database", () => {
  it("send what was made on one of them from another, and what was asked of any", async () => {
    const { one, other, owner, programme } = await twoServers();
    const receiver = await Receiver.open();
    const { id, secret } = await hook(one, owner, receiver.address);
    const made = await one.world.given.milestone({ programmeId: programme });
    await sameHead(one, other);
    other.courier().start();
    await receiver.reached(1);
    // It was begun, and is asked for again, on a server that sends nothing.
    await one.world.ask(owner, "mutation ($webhook: TestWebhookInput!) { testWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id } });
    await receiver.reached(2);
    await vi.waitFor(async () => { expect(await deliveriesIn(one, owner)).toEqual([{ occasion: "TEST", status: "DELIVERED" }, { occasion: "EVENT", status: "DELIVERED" }]); }, 5_000);
    await one.world.ask(owner, "mutation ($webhook: RedeliverWebhookInput!) { redeliverWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id, delivery: `${id}/000000000001` } });
    await receiver.reached(3);
    expect(receiver.received.map(({ type, data }) => [type, data.id === made])).toEqual([["milestone.created", true], ["webhook.test", false], ["milestone.created", true]]);
    expect(receiver.received.every((received) => isSigned(secret, received))).toBe(true);
    await vi.waitFor(async () => { expect(await deliveriesIn(other, owner)).toEqual(await deliveriesIn(one, owner)); }, 5_000);
    expect(await deliveriesIn(other, owner)).toHaveLength(3);
    expect([one, other].flatMap(({ logged }) => logged)).toEqual([]);
  });

  it("send each thing once, in order, to each of several receivers, whoever is at it", async () => {
    const { one, other, owner, programme } = await twoServers();
    const receivers = [await Receiver.open(), await Receiver.open(), await Receiver.open()];
    for (const { address } of receivers) await hook(one, owner, address);
    await sameHead(one, other);
    const couriers = [one.courier(), other.courier(), other.courier()];
    for (const courier of couriers) courier.start();
    const ids: string[] = [];
    for (let made = 0; made < 12; made += 1) ids.push(await (made % 2 === 0 ? one : other).world.given.milestone({ programmeId: programme }));
    await Promise.all(receivers.map(async (receiver) => receiver.reached(ids.length)));
    for (const { received } of receivers) expect(received.map(({ data }) => data.id)).toEqual(ids);
  });

  it("leave what one is at to it, also where another's clock is far ahead", async () => {
    const { one, other, owner, programme } = await twoServers();
    const receiver = await Receiver.open();
    await hook(one, owner, receiver.address);
    await one.world.given.milestone({ programmeId: programme });
    await sameHead(one, other);
    await new Promise<void>((hasBegun) => {
      const dying: Post = async (_address, _headers, _body, stopping) => {
        hasBegun();
        return new Promise((resolve) => { stopping.addEventListener("abort", () => { resolve({ outcome: "CUT_OFF", status: null, retryAfter: null }); }); });
      };
      void one.courier({ post: dying }).round();
    });
    const next = await other.courier({ clock: ahead }).round();
    expect(receiver.received).toHaveLength(0);
    expect((next?.getTime() ?? 0) - ahead().getTime()).toBeGreaterThan(5_000);
  });

  it("rest while the database is gone, say so once, and go on by themselves", async () => {
    const { one, owner, programme } = await twoServers();
    const receiver = await Receiver.open();
    await hook(one, owner, receiver.address);
    one.courier().start();
    await one.world.given.milestone({ programmeId: programme });
    await receiver.reached(1);
    await postgres.kill();
    await pause(2_000);
    await postgres.start();
    await until(() => one.world.ledger.apartSince() === null);
    await one.world.given.milestone({ programmeId: programme });
    await receiver.reached(2);
    await vi.waitFor(() => { expect(one.logged).toHaveLength(2); }, 5_000);
    expect(one.logged.map(({ level, msg }) => [level, msg])).toEqual([
      ["warn", "nothing is sent to webhooks until the place can be reached again where it is kept what was"],
      ["info", "what was not sent to webhooks meanwhile is being sent"],
    ]);
    expect(receiver.messages).toHaveLength(2);
  });

  it("ask the database little: twice a second where nothing happens, and not for each thing that is recorded", async () => {
    const { journal, one, owner } = await twoServers();
    const WEBHOOKS = 10;
    for (let made = 0; made < WEBHOOKS; made += 1) await hook(one, owner, `http://localhost:${5_000 + made}/hook`);
    one.courier().start();
    await pause(1_000);
    let [before, began] = [await looks(journal), performance.now()];
    await pause(2_000);
    let after = await looks(journal);
    const seconds = (performance.now() - began) / 1_000;
    expect(after - before).toBeLessThanOrEqual(2.5 * seconds + 2);
    // None of them is told of this.
    [before, began] = [after, performance.now()];
    for (let count = 0; count < 40; count += 1) {
      await one.world.given.programme({});
      await pause(20);
    }
    after = await looks(journal);
    const busy = (performance.now() - began) / 1_000;
    // One look for each webhook in two seconds comes with it; and PostgreSQL counts some of what was before only now.
    expect(after - before).toBeLessThanOrEqual(2.5 * busy + WEBHOOKS * (busy / 2 + 3));
  });
});
