import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { Receiver, says, yes } from "./receiver.ts";
import { openHooked, type Hooked } from "./support.ts";

const TEST = "mutation ($webhook: TestWebhookInput!, $dryRun: Boolean) { testWebhook(webhook: $webhook, dryRun: $dryRun) { entry webhook { id } problems { code message } } }";
const AGAIN = "mutation ($webhook: RedeliverWebhookInput!, $dryRun: Boolean) { redeliverWebhook(webhook: $webhook, dryRun: $dryRun) { entry problems { code path } } }";
const DELIVERIES = `query ($status: [WebhookDeliveryStatus!], $first: Int, $after: String) { webhooks { nodes { deliveries(status: $status, first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes {
  id number message type occasion status entry begunAt nextTryAt record { id } attempts { at milliseconds outcome status }
} } } } }`;

interface Told { readonly id: string; readonly number: number; readonly message: string; readonly type: string; readonly occasion: string; readonly status: string; readonly entry: number; readonly nextTryAt: string | null; readonly record: { readonly id: string } | null; readonly attempts: readonly { readonly outcome: string; readonly status: number | null; readonly milliseconds: number }[] }

async function withSent(): Promise<Hooked & { receiver: Receiver; owner: Viewer; id: string; ids: string[]; first: number; told: (viewer?: Viewer, asked?: object) => Promise<Told[]> }> {
  const hooked = await openHooked();
  const receiver = await Receiver.open();
  const owner = await hooked.keyed("READER", hooked.programme);
  const { id } = await hooked.hook(owner, receiver.address, ["milestone.created", "milestone.changed", "milestone.removed"]);
  const first = hooked.world.ledger.head() + 1;
  const ids = [];
  for (let made = 0; made < 4; made += 1) ids.push(await hooked.world.given.milestone({ programmeId: hooked.programme, systemId: hooked.system }));
  const told = async (viewer = owner, asked: object = {}): Promise<Told[]> => {
    const { webhooks: { nodes: [webhook] } } = await hooked.world.ask<{ webhooks: { nodes: { deliveries: { nodes: Told[] } }[] } }>(viewer, DELIVERIES, { ...asked });
    return webhook?.deliveries.nodes ?? [];
  };
  return { ...hooked, receiver, owner, id, ids, first, told };
}

async function ranged() {
  const sent = await withSent();
  await sent.untilDone();
  return { ...sent, given: async () => sent.world.given.milestone({ programmeId: sent.programme, systemId: sent.system }) };
}

describe("deliveries", () => {
  it("tell each try, what came of it and when the next is", async () => {
    const { receiver, courier, clock, told, ids, first } = await withSent();
    receiver.answering = (response, received, nth) => { (nth === 1 ? says(500) : yes)(response, received, nth); };
    const next = await courier.round();
    expect(await told()).toMatchObject([{ number: 1, type: "milestone.created", occasion: "EVENT", status: "TRYING", entry: first, nextTryAt: next?.toISOString(), record: { id: ids[0] }, attempts: [{ outcome: "REFUSED", status: 500 }] }]);
    clock.set(next ?? new Date());
    await courier.round();
    const all = await told();
    expect(all.map(({ number, status, record }) => [number, status, record?.id])).toEqual([[4, "DELIVERED", ids[3]], [3, "DELIVERED", ids[2]], [2, "DELIVERED", ids[1]], [1, "DELIVERED", ids[0]]]);
    expect(all[3]?.attempts.map(({ outcome, status }) => [outcome, status])).toEqual([["REFUSED", 500], ["DELIVERED", 204]]);
    expect(all[3]).toMatchObject({ nextTryAt: null, message: receiver.received[0]?.messageId });
    expect(all[0]?.attempts[0]?.milliseconds).toBeGreaterThanOrEqual(0);
    expect(await told(undefined, { status: ["FAILED"] })).toEqual([]);
    expect((await told(undefined, { first: 1 })).map(({ number }) => number)).toEqual([4]);
  });

  it("show no record to somebody who may not see it, though they may see the webhook", async () => {
    const { world, courier, told, ids, keyed, programme } = await withSent();
    await courier.round();
    const auditor = { ...(await keyed("AUDITOR", programme)), draftsOf: [], memberOf: [] };
    expect((await told(auditor)).map(({ record }) => record?.id)).toEqual(ids.toReversed());
    await world.act((draft) => { draft.change(milestoneKind, ids[0] ?? "", { audience: "MEMBERS" }); return true; });
    expect((await told(auditor)).at(-1)?.record).toBeNull();
  });
});

describe("redeliverWebhook", () => {
  it("sends one again, with the id that it had", async () => {
    const { world, receiver, owner, id, untilDone, told, ids } = await withSent();
    await untilDone();
    const [, second] = (await told()).toReversed();
    const head = world.ledger.head();
    expect(await world.ask(owner, AGAIN, { webhook: { id, delivery: second?.id }, dryRun: true })).toMatchObject({ redeliverWebhook: { problems: [] } });
    await untilDone();
    expect(receiver.received).toHaveLength(4);
    expect(await world.ask(owner, AGAIN, { webhook: { id, delivery: second?.id } })).toMatchObject({ redeliverWebhook: { entry: null, problems: [] } });
    await untilDone();
    expect(receiver.received.slice(4).map(({ data, messageId }) => [data.id, messageId])).toEqual([[ids[1], second?.message]]);
    expect((await told())[0]).toMatchObject({ number: 5, occasion: "REDELIVERY", status: "DELIVERED" });
    expect(world.ledger.head()).toBe(head);
  });

  it("sends a range again, in order, through what fails, and then goes on with what happened meanwhile", async () => {
    const { world, receiver, owner, id, untilDone, ids, first, given } = await ranged();
    expect(await world.ask(owner, AGAIN, { webhook: { id, fromEntry: first + 1, toEntry: first + 2 } })).toMatchObject({ redeliverWebhook: { problems: [] } });
    const last = await given();
    receiver.answering = (response, received, nth) => { (nth === 6 ? says(500) : yes)(response, received, nth); };
    await untilDone();
    expect(receiver.received.slice(4).map(({ data }) => data.id)).toEqual([ids[1], ids[2], ids[2], last]);
    expect(receiver.messages).toHaveLength(5);
  });

  it("sends what its owner may see now, and what was there before the webhook", async () => {
    const { world, receiver, owner, id, untilDone, ids, given } = await ranged();
    await world.act((draft) => { draft.change(milestoneKind, ids[0] ?? "", { audience: "DRAFT" }); return true; });
    await untilDone();
    const before = receiver.received.length;
    await world.ask(owner, AGAIN, { webhook: { id, fromEntry: 1 } });
    const last = await given();
    await untilDone();
    const again = receiver.received.slice(before).map(({ type, data }) => `${type} ${data.id}`);
    expect(again.at(-1)).toBe(`milestone.created ${last}`);
    expect(again.filter((line) => line.endsWith(ids[1] ?? "-"))).toEqual([`milestone.created ${ids[1]}`]);
  });

  it("refuses what cannot be", async () => {
    const { world, owner, id, untilDone, told } = await withSent();
    await world.ask(owner, TEST, { webhook: { id } });
    await untilDone();
    const head = world.ledger.head();
    const test = (await told()).find(({ occasion }) => occasion === "TEST")?.id;
    const cases: readonly (readonly [sent: object, code: string, field: string])[] = [
      [{}, "RULE", "delivery"], [{ delivery: "x", fromEntry: 1 }, "RULE", "delivery"], [{ delivery: `${id}/000000009999` }, "NOT_FOUND", "delivery"], [{ delivery: test }, "RULE", "delivery"],
      [{ fromEntry: 0 }, "RULE", "fromEntry"], [{ fromEntry: head + 1 }, "RULE", "fromEntry"], [{ fromEntry: 5, toEntry: 4 }, "RULE", "toEntry"], [{ fromEntry: 1, toEntry: head + 1 }, "RULE", "toEntry"],
    ];
    for (const [sent, code, field] of cases) {
      const answer = await world.ask<{ redeliverWebhook: { problems: { code: string; path: string[] }[] } }>(owner, AGAIN, { webhook: { id, ...sent } });
      expect([sent, answer.redeliverWebhook.problems.map((problem) => [problem.code, problem.path.at(-1)])]).toEqual([sent, expect.arrayContaining([[code, field]])]);
    }
  });
});

describe("testWebhook", () => {
  it("sends a ping once, to a paused webhook too, and changes nothing of how far it has come", async () => {
    const { world, receiver, owner, id, courier, clock, told, shown, ids, untilDone } = await withSent();
    receiver.answering = says(500);
    const next = await courier.round();
    expect(await world.ask(owner, TEST, { webhook: { id }, dryRun: true })).toMatchObject({ testWebhook: { problems: [], webhook: { id } } });
    await world.ask(owner, TEST, { webhook: { id } });
    await courier.round();
    expect(receiver.received.map(({ type }) => type)).toEqual(["milestone.created", "webhook.test"]);
    expect((await told())[0]).toMatchObject({ occasion: "TEST", status: "FAILED", record: null, attempts: [{ status: 500 }] });
    expect((await told())[1]).toMatchObject({ occasion: "EVENT", status: "TRYING", nextTryAt: next?.toISOString() });
    const { version } = await shown(owner);
    await world.ask(owner, "mutation ($webhook: RecordAsReadInput!) { pauseWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id, expectedVersion: version } });
    receiver.answering = yes;
    await world.ask(owner, TEST, { webhook: { id } });
    await courier.round();
    expect(receiver.received.map(({ type }) => type)).toEqual(["milestone.created", "webhook.test", "webhook.test"]);
    expect(new Set(receiver.received.map(({ messageId }) => messageId)).size).toBe(3);
    await world.ask(owner, "mutation ($webhook: RecordAsReadInput!) { resumeWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id, expectedVersion: version + 1 } });
    clock.move(1);
    await untilDone();
    expect(receiver.received.filter(({ type }) => type === "milestone.created").map(({ data }) => data.id)).toEqual([ids[0], ...ids]);
  });
});
