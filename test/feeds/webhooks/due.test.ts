import { describe, expect, it } from "vitest";
import { addDays, daysBetween, londonDay, type Day } from "../../../src/kernel/day.ts";
import { promisesOf } from "../../support/given-promises.ts";
import { Receiver, says, yes, type Received } from "./receiver.ts";
import { openHooked, today, type Hooked } from "./support.ts";

const DUE = ["report.due", "action.due"];

async function withDue(types = DUE): Promise<Hooked & { receiver: Receiver; programme: string; action: string; hidden: string; on: Day }> {
  const hooked = await openHooked();
  const { world, system } = hooked;
  // Monthly from the first of a month, with a month to report: due on the last day of the month after.
  const start = addDays(today, -10);
  const programme = await world.given.programme({ systemId: system, reportingRhythm: "MONTHLY", start });
  const { programmes: { nodes } } = await world.ask<{ programmes: { nodes: { id: string; freshness: { nextDueOn: Day } }[] } }>(await hooked.keyed("READER", programme), "{ programmes { nodes { id freshness { nextDueOn } } } }");
  const on = nodes.find(({ id }) => id === programme)?.freshness.nextDueOn ?? today;
  const promises = promisesOf(world);
  const pledge = await promises.pledge({ systemId: system, programmeId: programme });
  const version = await promises.version({ systemId: system, pledgeId: pledge, actionCount: 2, actionMonths: 12 });
  const signature = await promises.signature({ systemId: system, pledgeId: pledge, pledgeVersionId: version, organisationId: await world.given.organisation(), signed: "5 July 2020" });
  const action = await promises.action({ systemId: system, signatureId: signature, due: on });
  const hidden = await promises.action({ systemId: system, signatureId: signature, due: on, audience: "DRAFT" });
  await promises.action({ systemId: system, signatureId: signature, due: on, progress: "DONE" });
  const receiver = await Receiver.open();
  await hooked.hook(await hooked.keyed("READER", programme), receiver.address, types);
  return { ...hooked, receiver, programme, action, hidden, on };
}

/** What was told, without what the rest of the world brings. */
const told = (received: readonly Received[], ids: readonly string[]): unknown[] => received.filter(({ data }) => ids.includes(data.id)).map(({ type, data }) => [type, data.recordType, data["dueOn"], data.id]);

describe("what falls due", () => {
  it("is told on its day in London, once each, in order with the rest", async () => {
    const { receiver, programme, action, hidden, on, clock, courier } = await withDue();
    expect(daysBetween(today, on)).toBeGreaterThan(1);
    clock.set(new Date(`${addDays(on, -1)}T12:00:00.000Z`));
    const next = await courier.round();
    expect(told(receiver.received, [programme, action])).toEqual([]);
    // It sets itself to work when the day begins, and nothing need be recorded for it.
    expect([londonDay(next ?? new Date(0)), londonDay(new Date((next ?? new Date(0)).getTime() - 1))]).toEqual([on, addDays(on, -1)]);
    clock.set(next ?? new Date());
    receiver.answering = (response, received, nth) => { (nth === 1 ? says(500) : yes)(response, received, nth); };
    for (let rounds = 0; rounds < 6; rounds += 1) clock.set((await courier.round()) ?? new Date());
    const ids = [programme, action, hidden];
    expect(told(receiver.messages, ids)).toEqual([["action.due", "PledgeAction", on, action], ["report.due", "Programme", on, programme]]);
    expect(Date.parse(receiver.messages[0]?.timestamp ?? "")).toBeLessThanOrEqual(Date.parse(`${on}T00:00:00.000Z`));
    expect(receiver.received).toHaveLength(receiver.messages.length + 1);
  });

  it("while nothing was sent is told afterwards", async () => {
    const { receiver, programme, action, on, clock, courier } = await withDue(["action.due"]);
    clock.set(new Date(`${addDays(on, 9)}T12:00:00.000Z`));
    await courier.round();
    expect(told(receiver.received, [programme, action])).toEqual([["action.due", "PledgeAction", on, action]]);
  });

  it("is sent again where somebody asks", async () => {
    const { receiver, action, on, clock, courier, world, keyed, programme } = await withDue(["action.due"]);
    clock.set(new Date(`${on}T12:00:00.000Z`));
    await courier.round();
    const { webhooks: { nodes: [webhook] } } = await world.ask<{ webhooks: { nodes: { id: string; key: { id: string }; deliveries: { nodes: { id: string }[] } }[] } }>(await keyed("AUDITOR", programme), "{ webhooks { nodes { id key { id } deliveries { nodes { id } } } } }");
    const owner = { accountId: webhook?.key.id ?? null, memberOf: [], draftsOf: [], grants: [{ role: "READER", holdsFor: programme } as const] };
    await world.ask(owner, "mutation ($webhook: RedeliverWebhookInput!) { redeliverWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id: webhook?.id, delivery: webhook?.deliveries.nodes[0]?.id } });
    await courier.round();
    expect(receiver.received.map(({ data, messageId }) => [data.id, messageId])).toEqual([[action, receiver.received[0]?.messageId], [action, receiver.received[0]?.messageId]]);
  });
});
