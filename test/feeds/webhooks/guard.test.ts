import { describe, expect, it } from "vitest";
import { mayReach } from "../../../src/feeds/webhooks/guard.ts";
import { poster } from "../../../src/feeds/webhooks/post.ts";
import { Receiver } from "./receiver.ts";

/** Where nothing may be sent, whatever is allowed; where something may once it is; and where it always may. */
const NEVER = [
  "0.0.0.0", "0.1.2.3", "169.254.169.254", "169.254.0.1", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.9", "192.0.0.8", "192.88.99.1",
  "::", "fe80::1", "fe80::1%eth0", "ff02::1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001:0:1::1", "fec0::1", "::7f00:1", "::ffff:169.254.169.254", "::ffff:0.0.0.0", "2001:db8::1", "100::1", "localhost", "",
];
const WHERE_ALLOWED = ["127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.127.255.255", "::1", "fc00::1", "fd12:3456::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1"];
const ALWAYS = ["8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "2606:4700::1111", "::ffff:8.8.8.8"];

describe("mayReach", () => {
  const closed = { allowPrivate: false, isPlain: false };
  const open = { allowPrivate: true, isPlain: false };

  it("keeps away from this machine, its neighbours, and what is none of anybody's", () => {
    expect([...NEVER, ...WHERE_ALLOWED].filter((address) => mayReach(address, closed))).toEqual([]);
    expect(ALWAYS.filter((address) => !mayReach(address, closed))).toEqual([]);
  });

  it("reaches neighbours where that is allowed, and never what describes the machine to itself", () => {
    expect(NEVER.filter((address) => mayReach(address, open))).toEqual([]);
    expect([...WHERE_ALLOWED, ...ALWAYS].filter((address) => !mayReach(address, open))).toEqual([]);
  });

  it("sends without encryption to this machine alone", () => {
    const all = [...NEVER, ...WHERE_ALLOWED, ...ALWAYS];
    expect(all.filter((address) => mayReach(address, { allowPrivate: true, isPlain: true }))).toEqual(["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"]);
    expect(all.filter((address) => mayReach(address, { allowPrivate: false, isPlain: true }))).toEqual([]);
  });
});

const { signal } = new AbortController();
const BODY = JSON.stringify({ type: "webhook.test", timestamp: "2026-01-05T12:00:00.000Z", data: { id: "1", recordType: "Webhook", entry: 1 } });

const itself = async () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]);
const never = async (): Promise<never> => new Promise(() => {});
const nowhere = async (): Promise<never> => Promise.reject(new Error("ENOTFOUND"));

describe("what is sent", () => {
  it.each([
    "http://127.0.0.1", "https://127.0.0.1", "https://localhost", "https://[::1]", "https://2130706433", "https://0x7f.1", "https://0177.0.0.1", "https://[::ffff:127.0.0.1]", "https://[64:ff9b::7f00:1]", "https://10.0.0.1:8443", "https://169.254.169.254", "https://0.0.0.0",
    "https://user:word@example.nhs.uk", "http://example.nhs.uk", "ftp://example.nhs.uk", "https://example.nhs.uk:25",
  ])("goes not to %s", async (address) => {
    expect(await poster({ allowPrivate: false })(address, {}, BODY, signal)).toEqual({ outcome: "ADDRESS_REFUSED", status: null, retryAfter: null });
  });

  it("goes to no name of which one address may not be reached", async () => {
    const answers = [["93.184.216.34", "10.0.0.1"], ["127.0.0.1"], ["::1", "2606:4700::1111"], ["2606:4700::1111", "::ffff:192.168.0.1"]];
    const outcomes = await Promise.all(answers.map(async (addresses) => {
      const resolve = async () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })));
      return (await poster({ allowPrivate: false, resolve })("https://hook.example.nhs.uk/", {}, BODY, signal)).outcome;
    }));
    expect(outcomes).toEqual(answers.map(() => "ADDRESS_REFUSED"));
  });

  it("goes to the very address that was judged, however the name answers next", async () => {
    // What this machine calls itself leads to the one that is not meant.
    const evil = await Receiver.open();
    const port = Number(new URL(evil.address).port);
    const good = await Receiver.open("127.0.0.2", port);
    const answers = ["127.0.0.2", "127.0.0.1"];
    let asked = 0;
    const resolve = async () => Promise.resolve([{ address: answers[asked++] ?? "127.0.0.1", family: 4 }]);
    const posted = await poster({ allowPrivate: true, resolve })(`http://localhost:${port}/hook`, { "webhook-id": "1" }, BODY, signal);
    expect(posted).toMatchObject({ outcome: "DELIVERED", status: 204 });
    expect([good.received.length, evil.received.length, asked]).toEqual([1, 0, 1]);
  });

  it("goes where the judged name says even though nobody else knows that name", async () => {
    const good = await Receiver.open();
    const resolve = itself;
    const posted = await poster({ allowPrivate: true, resolve })(good.address.replace("127.0.0.1", "localhost"), {}, BODY, signal);
    expect(posted.outcome).toBe("DELIVERED");
    // What speaks no TLS is no https receiver, and gets nothing in the clear.
    const refused = await poster({ allowPrivate: true, resolve })(good.address.replace("http://127.0.0.1", "https://hook.example.nhs.uk"), {}, BODY, signal);
    expect(refused.outcome).toBe("UNREACHABLE");
    expect(good.received).toHaveLength(1);
  });

  it("is given up where a name is not found, or takes too long to be", async () => {
    expect((await poster({ allowPrivate: true, resolve: never, milliseconds: 50 })("https://hook.example.nhs.uk/", {}, BODY, signal)).outcome).toBe("TIMED_OUT");
    expect((await poster({ allowPrivate: true, resolve: nowhere })("https://hook.example.nhs.uk/", {}, BODY, signal)).outcome).toBe("UNREACHABLE");
  });

  it("is not waited for beyond a little of what a receiver has to say", async () => {
    const talkative = await Receiver.open();
    talkative.answering = (response) => {
      response.writeHead(200);
      const talk = (): void => { if (response.writable) response.write("x".repeat(8_192), () => { setImmediate(talk); }); };
      talk();
    };
    expect((await poster({ allowPrivate: true })(talkative.address, {}, BODY, signal)).outcome).toBe("DELIVERED");
  });
});
