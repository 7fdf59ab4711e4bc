import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { refusal } from "../../../src/kernel/problem.ts";
import type { Application, Download, AtAddress } from "../../../src/server/application.ts";
import { goodKey, start, type Running, type Start } from "../support.ts";

/** What happened to a download. */
class Sent {
  pieces = 0;
  opened = 0;
  released = 0;
  readonly askers: unknown[] = [];
}

interface Served extends Running {
  readonly sent: Sent;
}

/** A server on which this is found at /thing, and what it does about it. */
async function serve(content: () => AsyncIterable<string>, options: Start & { readonly open?: Download["open"] } = {}): Promise<Served> {
  const sent = new Sent();
  const counted = async function* counted(): AsyncGenerator<string> {
    for await (const piece of content()) {
      sent.pieces += 1;
      yield piece;
    }
  };
  const open: Download["open"] = async ({ asker }) => {
    sent.opened += 1;
    sent.askers.push(asker);
    return { tag: '"a-tag"', entry: 7, content: counted, release: () => { sent.released += 1; } };
  };
  const found: AtAddress = {
    ask: (query) => {
      if (query.has("wrong")) throw refusal("UNKNOWN_PARAMETER", "There is no “wrong” to ask for here.", ["wrong"]);
      return { type: "text/csv; charset=utf-8", fileName: "thing.csv", open: options.open ?? open };
    },
  };
  const find: Application["find"] = (path) => (path === "/thing" ? found : path === "/text" ? { leaflet: { type: "text/plain; charset=utf-8", fileName: "text.txt", text: "for everybody" } } : null);
  return { ...(await start({ ...options, application: { find } })), sent };
}

async function* pieces(...all: string[]): AsyncGenerator<string> {
  yield* all;
}

const WAIT = { timeout: 10_000 };

/** More than any buffer between two processes holds. */
async function* endless(): AsyncGenerator<string> {
  for (;;) {
    yield "x".repeat(64 * 1024);
    await pause(0);
  }
}

async function answerOf(socket: Socket): Promise<void> {
  await once(socket, "data");
  socket.pause();
}

async function connected(server: Running): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  socket.write("GET /thing HTTP/1.1\r\nhost: here\r\n\r\n");
  return socket;
}

const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`anything:${password}`).toString("base64")}` });

describe("a download", () => {
  test("is sent piece by piece, with its type, its name, its tag and the entry at which it was read", async () => {
    const server = await serve(() => pieces("a,b\r\n", "1,2\r\n"));
    const answer = await fetch(`${server.url}/thing`);
    expect(await answer.text()).toBe("a,b\r\n1,2\r\n");
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="thing.csv"', etag: '"a-tag"', "waymark-entry": "7",
      "cache-control": "private, no-cache", vary: "authorization, cookie",
    });
    expect(server.sent).toMatchObject({ opened: 1, released: 1 });
    expect(server.logged.find(({ msg }) => msg === "request")).toMatchObject({ operation: "/thing", status: 200, outcome: "OK", entry: 7 });
  });

  test("is not sent again to whoever has it", async () => {
    const server = await serve(() => pieces("a"));
    const answer = await fetch(`${server.url}/thing`, { headers: { "if-none-match": '"other", "a-tag"' } });
    expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, '"a-tag"', ""]);
    expect(server.sent).toMatchObject({ pieces: 0, released: 1 });
    expect((await fetch(`${server.url}/thing`, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  test("tells who only asks about it what it would be", async () => {
    const server = await serve(() => pieces("a", "b", "c"));
    const answer = await fetch(`${server.url}/thing`, { method: "HEAD" });
    expect([answer.status, answer.headers.get("etag"), answer.headers.get("content-type"), await answer.text()]).toEqual([200, '"a-tag"', "text/csv; charset=utf-8", ""]);
    expect(server.sent).toMatchObject({ pieces: 1, released: 1 });
  });

  test("knows who asks, by a key as the password too", async () => {
    const server = await serve(() => pieces("a"), { settings: { PUBLIC_READ: "false" } });
    const stranger = await fetch(`${server.url}/thing`);
    expect([stranger.status, stranger.headers.get("www-authenticate"), await stranger.json()]).toMatchObject([401, expect.stringContaining("Basic"), { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] }]);
    expect((await fetch(`${server.url}/thing`, { headers: basic("wmk_bad") })).status).toBe(401);
    expect((await fetch(`${server.url}/thing`, { headers: basic(goodKey) })).status).toBe(200);
    expect((await fetch(`${server.url}/thing`, { headers: { authorization: `Bearer ${goodKey}` } })).status).toBe(200);
    expect(server.sent.askers).toEqual([{ holderId: "ky_good", isReadOnly: true }, { holderId: "ky_good", isReadOnly: false }]);
  });

  test("is refused in words, before anything is opened or sent", async () => {
    const server = await serve(() => pieces("a"));
    const answer = await fetch(`${server.url}/thing?wrong=1`);
    expect([answer.status, answer.headers.get("content-type"), await answer.json()]).toEqual([
      400, "application/json; charset=utf-8", { errors: [{ message: "There is no “wrong” to ask for here.", extensions: { code: "UNKNOWN_PARAMETER" } }] },
    ]);
    expect(server.sent).toMatchObject({ opened: 0 });
  });

  test("is refused where its first piece is, without a tag that something else could be kept under", async () => {
    // oxlint-disable-next-line require-yield -- it is refused before it yields
    const server = await serve(async function* refused() { throw refusal("BAD_WINDOW", "This window ends before it begins."); });
    const answer = await fetch(`${server.url}/thing`);
    expect([answer.status, answer.headers.get("etag"), await answer.json()]).toMatchObject([400, null, { errors: [{ extensions: { code: "BAD_WINDOW" } }] }]);
    expect(server.sent).toMatchObject({ opened: 1, released: 1 });
  });

  test("is only read", async () => {
    const server = await serve(() => pieces("a"));
    const answer = await fetch(`${server.url}/thing`, { method: "POST", body: "x" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(server.sent.opened).toBe(0);
  });

  test("breaks off where it cannot be read to its end, so that nobody takes a part for the whole, and the log says why", async () => {
    const server = await serve(async function* broken() { yield "a".repeat(100_000); throw new Error("SQLITE_CORRUPT at milestones"); });
    await expect(fetch(`${server.url}/thing`).then((answer) => answer.text())).rejects.toThrow("terminated");
    await vi.waitFor(() => { expect(server.sent.released).toBe(1); }, WAIT);
    expect(server.logged.find(({ msg }) => msg === "fault")).toMatchObject({ message: "SQLITE_CORRUPT at milestones" });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  });

  test("answers a fault before the first piece with a reference alone", async () => {
    // oxlint-disable-next-line require-yield -- it fails before it yields
    const server = await serve(async function* broken() { throw new Error("SQLITE_CORRUPT at milestones"); });
    const answer = await fetch(`${server.url}/thing`);
    expect([answer.status, answer.headers.get("etag")]).toEqual([500, null]);
    expect(await answer.text()).not.toContain("SQLITE");
    expect(server.sent.released).toBe(1);
  });

  test("is read no faster than it is taken, and let go when its client goes", async () => {
    const server = await serve(endless);
    const socket = await connected(server);
    await answerOf(socket);
    await vi.waitFor(async () => {
      const before = server.sent.pieces;
      await pause(100);
      expect(server.sent.pieces).toBe(before);
    }, WAIT);
    expect(server.sent).toMatchObject({ opened: 1, released: 0 });
    // Loopback holds some megabytes of what nobody has read yet.
    expect(server.sent.pieces).toBeLessThan(400);
    socket.destroy();
    await vi.waitFor(() => { expect(server.sent.released).toBe(1); }, WAIT);
    expect(server.logged.filter(({ msg }) => msg === "fault")).toEqual([]);
    expect(server.logged.find(({ msg }) => msg === "request")).toMatchObject({ outcome: "ERR_STREAM_PREMATURE_CLOSE" });
  });

  test("is cut off when its client takes it too slowly", async () => {
    const server = await serve(endless, { settings: { LIMIT_DOWNLOAD_SECONDS: "1" } });
    const socket = await connected(server);
    await answerOf(socket);
    await vi.waitFor(() => { expect(server.sent.released).toBe(1); }, WAIT);
    expect(server.logged.filter(({ msg }) => msg === "fault")).toEqual([]);
    socket.destroy();
  });

  test("is released only when nothing is read for it any more, though its client has gone", async () => {
    const reading = { now: false, atRelease: false };
    const slow = async function* slow(): AsyncGenerator<string> {
      yield "x".repeat(64 * 1024);
      reading.now = true;
      await pause(200);
      reading.now = false;
      yield "y";
    };
    const server = await serve(slow, { open: async () => ({ tag: '"a"', entry: 1, content: slow, release: () => { reading.atRelease = reading.now; server.sent.released += 1; } }) });
    const socket = await connected(server);
    await answerOf(socket);
    socket.destroy();
    await vi.waitFor(() => { expect(server.sent.released).toBe(1); }, WAIT);
    expect(reading.atRelease).toBe(false);
  });
});

describe("what is the same for everybody", () => {
  test("is given to whoever asks, also where not everybody may read", async () => {
    const server = await serve(() => pieces(), { settings: { PUBLIC_READ: "false" } });
    const answer = await fetch(`${server.url}/text`);
    expect([answer.status, answer.headers.get("content-disposition"), await answer.text()]).toEqual([200, 'attachment; filename="text.txt"', "for everybody"]);
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
  });
});
