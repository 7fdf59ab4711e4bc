import { describe, expect, it } from "vitest";
import type { Viewer } from "../../../src/api/access/viewer.ts";
import { isSigned, Receiver, says, yes, type Answering } from "./receiver.ts";
import { openHooked, type Hooked } from "./support.ts";

async function withReceiver(types: readonly string[] = ["milestone.created", "milestone.changed", "milestone.removed"]): Promise<Hooked & { receiver: Receiver; owner: Viewer; id: string; secret: string; milestone: (title: string, values?: object) => Promise<string> }> {
  const hooked = await openHooked();
  const receiver = await Receiver.open();
  const owner = await hooked.keyed("READER", hooked.programme);
  const made = await hooked.hook(owner, receiver.address, types);
  const milestone = async (title: string, values: object = {}): Promise<string> => hooked.world.given.milestone({ programmeId: hooked.programme, systemId: hooked.system, title, ...values });
  return { ...hooked, receiver, owner, ...made, milestone };
}

describe("a webhook", () => {
  it("is told of what happens from then on, signed, thin and in order", async () => {
    const { receiver, secret, milestone, untilDone, world } = await withReceiver();
    const ids = [await milestone("Launch"), await milestone("Review")];
    await world.given.organisation();
    await untilDone();
    expect(receiver.received.map(({ type, data }) => [type, data.id])).toEqual(ids.map((id) => ["milestone.created", id]));
    const [first] = receiver.received;
    const { changedFields, ...data } = first?.data ?? fail();
    expect(data).toEqual({ id: ids[0], recordType: "Milestone", op: "CREATE", entry: world.ledger.head() - 2, act: "OTHER" });
    expect(changedFields).toEqual(expect.arrayContaining(["title", "programme"]));
    expect(first?.headers).toMatchObject({ "content-type": "application/json", "content-length": String(first?.text.length) });
    expect(first?.messageId).toMatch(/^msg_[\w-]{27}$/);
    expect(receiver.received.map((received) => isSigned(secret, received))).toEqual([true, true]);
    expect(isSigned(`whsec_${Buffer.alloc(32, 1).toString("base64")}`, receiver.received[0] ?? fail())).toBe(false);
    expect(receiver.received.map(({ text }) => text).join()).not.toMatch(/Launch|Review/);
    await untilDone();
    expect(receiver.received).toHaveLength(2);
  });

  it.each<[string, Answering]>([
    ["500", says(500)],
    ["a redirect", says(302, { location: "http://127.0.0.1:1/" })],
    ["404", says(404)],
    ["nothing, but hangs", () => {}],
    ["nothing, but breaks the connection", (response) => { response.destroy(); }],
    ["200, and then breaks off", (response) => { response.writeHead(200, { "content-length": "100" }); response.write("half"); setImmediate(() => { response.destroy(); }); }],
    ["200, and then nothing more", (response) => { response.writeHead(200); response.write("half"); }],
  ])("gets everything in the end from a receiver that answers %s five times", async (_, bad) => {
    const { receiver, secret, milestone, untilDone, clock } = await withReceiver();
    const begun = clock.read().getTime();
    receiver.answering = (response, received, nth) => { (nth <= 5 ? bad : yes)(response, received, nth); };
    const ids = [await milestone("One"), await milestone("Two"), await milestone("Three")];
    await untilDone();
    expect(receiver.received.map(({ data }) => data.id)).toEqual([...Array.from({ length: 6 }, () => ids[0]), ids[1], ids[2]]);
    expect(new Set(receiver.received.slice(0, 6).map(({ messageId }) => messageId)).size).toBe(1);
    // 5 s, 5 min, 30 min, 2 h and 5 h after the try before.
    expect(Math.round((clock.read().getTime() - begun) / 1_000)).toBe(5 + 300 + 1_800 + 7_200 + 18_000);
    const stamps = receiver.received.slice(0, 6).map(({ headers }) => Number(headers["webhook-timestamp"]));
    expect(stamps).toEqual(stamps.toSorted((a, b) => a - b));
    expect(new Set(stamps).size).toBe(6);
    expect(isSigned(secret, receiver.received[0] ?? fail())).toBe(true);
  });

  it("is paused after ten tries over three days, says why, and goes on from where it was", async () => {
    const { receiver, owner, milestone, untilDone, shown, world } = await withReceiver();
    receiver.answering = says(503);
    const ids = [await milestone("One"), await milestone("Two")];
    await untilDone();
    expect(receiver.received).toHaveLength(10);
    const paused = await shown(owner);
    expect(paused).toMatchObject({ status: "PAUSED", pausedFor: "NOT_DELIVERED" });
    ids.push(await milestone("Three"));
    await untilDone();
    expect(receiver.received).toHaveLength(10);
    receiver.answering = yes;
    await world.ask(owner, "mutation ($webhook: RecordAsReadInput!) { resumeWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id: paused.id, expectedVersion: paused.version } });
    await untilDone();
    expect(receiver.messages.map(({ data }) => data.id)).toEqual(ids);
    expect(receiver.received).toHaveLength(13);
  });

  it("is paused at once where the receiver is gone", async () => {
    const { receiver, owner, milestone, untilDone, shown } = await withReceiver();
    receiver.answering = says(410);
    await milestone("One");
    await untilDone();
    expect(receiver.received).toHaveLength(1);
    expect(await shown(owner)).toMatchObject({ status: "PAUSED", pausedFor: "GONE" });
  });

  it("waits for as long as the receiver asks, up to a day", async () => {
    const { receiver, milestone, courier, clock } = await withReceiver();
    receiver.answering = (response, received, nth) => { (nth === 1 ? says(429, { "retry-after": "600" }) : nth === 2 ? says(503, { "retry-after": "9999999" }) : yes)(response, received, nth); };
    await milestone("One");
    const next = await courier.round();
    expect(next?.getTime()).toBe(clock.read().getTime() + 600_000);
    clock.set(next ?? fail());
    const last = await courier.round();
    expect(last?.getTime()).toBe(clock.read().getTime() + 86_400_000);
    expect(receiver.received).toHaveLength(2);
  });

  it("that has failed is tried at once when somebody amends it", async () => {
    const { receiver, owner, milestone, courier, shown, world } = await withReceiver();
    receiver.answering = says(500);
    await milestone("One");
    await courier.round();
    const better = await Receiver.open();
    const { id, version } = await shown(owner);
    await world.ask(owner, "mutation ($webhook: AmendWebhookInput!) { amendWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id, expectedVersion: version, address: better.address } });
    await courier.round();
    expect(better.received.map(({ messageId }) => messageId)).toEqual(receiver.received.map(({ messageId }) => messageId));
  });

  it("is signed with both secrets while one is replaced by another, and then with the new one", async () => {
    const { receiver, owner, secret, milestone, untilDone, shown, world, clock } = await withReceiver();
    const { id, version } = await shown(owner);
    const { rotateWebhookSecret: { secret: newer } } = await world.ask<{ rotateWebhookSecret: { secret: string } }>(owner, "mutation ($webhook: RotateWebhookSecretInput!) { rotateWebhookSecret(webhook: $webhook) { secret } }", { webhook: { id, expectedVersion: version, overlapHours: 1 } });
    await milestone("One");
    await untilDone();
    expect([secret, newer].map((one) => isSigned(one, receiver.received[0] ?? fail()))).toEqual([true, true]);
    expect(String(receiver.received[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    clock.move(3_601_000);
    await milestone("Two");
    await untilDone();
    const late = receiver.received[1];
    expect(String(late?.headers["webhook-signature"]).split(" ")).toHaveLength(1);
  });
});

describe("a secret", () => {
  it("is kept as long as it signs, and no longer", async () => {
    const { receiver, owner, secret, milestone, untilDone, shown, world, clock, courier } = await withReceiver();
    const { id, version } = await shown(owner);
    const kept = async (): Promise<number> => (await world.ledger.drawers.all("webhook-secret")).length;
    await world.ask(owner, "mutation ($webhook: RotateWebhookSecretInput!) { rotateWebhookSecret(webhook: $webhook) { secret } }", { webhook: { id, expectedVersion: version, overlapHours: 2 } });
    clock.move(3_700_000);
    await courier.sweep();
    expect(await kept()).toBe(2);
    await milestone("One");
    await untilDone();
    expect(String(receiver.received[0]?.headers["webhook-signature"]).split(" ")).toHaveLength(2);
    clock.move(3_700_000);
    await courier.sweep();
    expect([await kept(), (await world.ledger.drawers.all("webhook-secret")).some(({ value }) => value === secret)]).toEqual([1, false]);
    await world.ask(owner, "mutation ($webhook: RecordAsReadInput!) { endWebhook(webhook: $webhook) { problems { message } } }", { webhook: { id, expectedVersion: version + 1 } });
    await courier.sweep();
    expect(await kept()).toBe(0);
  });
});

describe("what a webhook is told", () => {
  it("is what its owner may see when it is sent", async () => {
    const { receiver, system, world, milestone, untilDone } = await withReceiver([]);
    const elsewhere = await world.given.place({ level: "SYSTEM", audience: "PUBLIC" });
    await untilDone();
    const before = receiver.received.length;
    const seen = await milestone("For members", { audience: "MEMBERS" });
    const draft = await milestone("A draft", { audience: "DRAFT" });
    await world.given.milestone({ audience: "MEMBERS", systemId: elsewhere, title: "Of others" });
    await untilDone();
    const told = receiver.received.slice(before).filter(({ data }) => data.recordType === "Milestone");
    expect(told.map(({ data }) => data.id)).toEqual([seen]);
    expect(JSON.stringify(receiver.received)).not.toContain(draft);
    expect(system).not.toBe(elsewhere);
  });

  it("was hidden in between is not sent", async () => {
    const { receiver, world, milestone, untilDone, courier } = await withReceiver();
    receiver.answering = says(500);
    const id = await milestone("Soon hidden");
    await courier.round();
    const { milestoneKind } = await import("../../../src/domain/delivery/milestone/table.ts");
    await world.act((draft) => { draft.change(milestoneKind, id, { audience: "DRAFT" }); return true; });
    receiver.answering = yes;
    await untilDone();
    expect(receiver.received.map(({ type }) => type)).toEqual(["milestone.created", "milestone.created", "milestone.removed"]);
  });

  it("ends with its owner's rights, and says so", async () => {
    const { receiver, owner, world, milestone, untilDone, shown } = await withReceiver();
    await milestone("One");
    await untilDone();
    const { accessKeyKind } = await import("../../../src/domain/partners/access/table.ts");
    await milestone("Two");
    await world.act((draft) => { draft.change(accessKeyKind, owner.accountId ?? "", { revokedOn: draft.today }); return true; });
    await untilDone();
    expect(receiver.received).toHaveLength(1);
    expect(await shown(owner)).toMatchObject({ status: "PAUSED", pausedFor: "RIGHTS_ENDED" });
  });
});

function fail(): never {
  throw new Error("There is none.");
}
