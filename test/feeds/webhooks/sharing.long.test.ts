import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { progressOf } from "../../../src/domain/partners/webhook/progress.ts";
import { HELD_MILLISECONDS } from "../../../src/feeds/webhooks/lane.ts";
import { poster, type Post } from "../../../src/feeds/webhooks/post.ts";
import { Slots } from "../../../src/feeds/webhooks/slots.ts";
import { Receiver, says, yes } from "./receiver.ts";
import { openHooked, QUICK } from "./support.ts";

/** What a process sends that dies over it. */
const dying: Post = async () => new Promise(() => {});

const types = ["milestone.created"];

describe("a receiver that does not answer", () => {
  it("holds up no other", async () => {
    const { world, courier, hook, keyed, programme, clock } = await openHooked({ post: poster({ allowPrivate: true }), sound: new Slots(2), doubtful: new Slots(1) });
    const owner = await keyed("READER", programme);
    const [hanging, failing, sound] = [await Receiver.open(), await Receiver.open(), await Receiver.open()];
    const letGo: (() => void)[] = [];
    hanging.answering = (response) => { letGo.push(() => { response.writeHead(204).end(); }); };
    failing.answering = says(500);
    for (const { address } of [hanging, failing, sound]) await hook(owner, address, types);
    const ids = [];
    for (let made = 0; made < 5; made += 1) ids.push(await world.given.milestone({ programmeId: programme }));
    const round = courier.round();
    await sound.reached(5);
    expect([hanging.received.length, sound.received.map(({ data }) => data.id)]).toEqual([1, ids]);
    hanging.answering = yes;
    for (const answer of letGo) answer();
    clock.set((await round) ?? new Date());
    expect(hanging.received.map(({ data }) => data.id)).toEqual(ids);
    expect(failing.received).toHaveLength(1);
  });
});

describe("several processes that send for one ledger", () => {
  it("send each thing once, in order", async () => {
    const { world, courier, another, hook, keyed, programme } = await openHooked();
    const owner = await keyed("READER", programme);
    const receivers = [await Receiver.open(), await Receiver.open()];
    for (const { address } of receivers) await hook(owner, address, types);
    const others = [another(), another()];
    const ids: string[] = [];
    for (let made = 0; made < 8; made += 1) {
      ids.push(await world.given.milestone({ programmeId: programme }));
      await Promise.all([courier, ...others].map(async (one) => one.round()));
    }
    await Promise.all([courier, ...others].map(async (one) => one.round()));
    for (const { received } of receivers) expect(received.map(({ data }) => data.id)).toEqual(ids);
  });

  it("go on for one that has died, once it holds nothing any more, and not before", async () => {
    const { world, courier, another, hook, keyed, programme, clock } = await openHooked();
    const owner = await keyed("READER", programme);
    const receiver = await Receiver.open();
    await hook(owner, receiver.address, types);
    const ids = [await world.given.milestone({ programmeId: programme }), await world.given.milestone({ programmeId: programme })];
    const begun = clock.read().getTime();
    await new Promise<void>((hasBegun) => {
      void another({ post: async (...sent) => { hasBegun(); return dying(...sent); } }).round();
    });
    for (let next = await courier.round(); receiver.received.length === 0; next = await courier.round()) {
      expect(clock.read().getTime()).toBeLessThan(begun + HELD_MILLISECONDS);
      clock.set(next ?? new Date(begun + HELD_MILLISECONDS));
    }
    expect(clock.read().getTime()).toBe(begun + HELD_MILLISECONDS);
    expect(receiver.received.map(({ data }) => data.id)).toEqual(ids);
  });

  it("send only while they hold what they are at for longer than a try may take, also where it took long to say so", async () => {
    const { world, another, hook, keyed, programme, clock } = await openHooked();
    const owner = await keyed("READER", programme);
    const receiver = await Receiver.open();
    const { id } = await hook(owner, receiver.address, types);
    await world.given.milestone({ programmeId: programme });
    let isSlow = true;
    const time = async (): Promise<Date> => {
      const now = clock.read();
      if (isSlow) {
        isSlow = false;
        await pause(3_100);
        clock.move(HELD_MILLISECONDS - 1_000);
      }
      return now;
    };
    const heldFor: number[] = [];
    const sending = poster(QUICK);
    const post: Post = async (...sent) => {
      const { progress } = await progressOf(world.ledger.drawers, id);
      heldFor.push(Date.parse(progress?.heldUntil ?? "") - clock.read().getTime());
      return sending(...sent);
    };
    await another({ time, post }).round();
    expect([heldFor, receiver.received.length]).toEqual([[HELD_MILLISECONDS], 1]);
  });

  it("hand over at once where one stops, and what it broke off is sent again", async () => {
    const { world, another, hook, keyed, programme } = await openHooked();
    const owner = await keyed("READER", programme);
    const receiver = await Receiver.open();
    receiver.answering = () => {};
    await hook(owner, receiver.address, types);
    const id = await world.given.milestone({ programmeId: programme });
    const [first, second] = [another({ post: poster({ ...QUICK, milliseconds: 60_000 }) }), another()];
    first.start();
    await receiver.reached(1);
    await first.stop();
    receiver.answering = yes;
    await second.round();
    expect(receiver.received.map(({ data }) => data.id)).toEqual([id, id]);
    expect(receiver.messages).toHaveLength(1);
  });
});
