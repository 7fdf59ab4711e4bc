import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { describe, expect, test, onTestFinished } from "vitest";
import { ask, start, type Running } from "../support.ts";

/** Connections that stay open and say nothing. */
async function opened({ url }: Running, count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(Number(new URL(url).port), "127.0.0.1"));
  onTestFinished(() => { for (const socket of sockets) socket.destroy(); });
  await Promise.all(sockets.map(async (socket) => once(socket, "connect")));
  return sockets;
}

/** Whether somebody who connects now is taken. */
async function isTaken(server: Running): Promise<boolean> {
  const [socket] = await opened(server, 1);
  if (socket === undefined) throw new Error("There is no connection.");
  socket.on("error", () => { /* It was closed, which the other event tells. */ });
  socket.write("GET /health/live HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
  const heard = await Promise.race([once(socket, "data").then(() => true), once(socket, "close").then(() => false)]);
  socket.destroy();
  return heard;
}

describe("connections", () => {
  test.each([
    ["in all", { LIMIT_CONNECTIONS: "3" }],
    ["from one address", { LIMIT_CONNECTIONS_PER_ADDRESS: "3" }],
  ])("are taken up to a limit %s, and one above is closed at once, until another is", async (_, settings) => {
    const server = await start({ settings });
    const sockets = await opened(server, 2);
    expect(await isTaken(server)).toBe(true);
    const [last] = await opened(server, 1);
    expect(await isTaken(server)).toBe(false);
    last?.destroy();
    await expect.poll(async () => isTaken(server)).toBe(true);
    expect(sockets.every(({ destroyed }) => !destroyed)).toBe(true);
  });

  test("that come from a trusted proxy are not counted by address", async () => {
    const server = await start({ settings: { LIMIT_CONNECTIONS_PER_ADDRESS: "1", TRUSTED_PROXIES: "1" } });
    await opened(server, 5);
    expect(await isTaken(server)).toBe(true);
  });
});

describe("a browser", () => {
  const https = { "x-forwarded-proto": "https" };

  test("is told to come by https only where a trusted proxy says that it did", async () => {
    const server = await start({ settings: { TRUSTED_PROXIES: "1" } });
    expect((await ask(server, "{ hello }", {}, https)).headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect((await ask(server, "{ hello }", {}, { "x-forwarded-proto": "http" })).headers.get("strict-transport-security")).toBeNull();
    expect((await ask(server, "{ hello }")).headers.get("strict-transport-security")).toBeNull();
  });

  test("is told nothing of it where anybody could say so", async () => {
    expect((await ask(await start(), "{ hello }", {}, https)).headers.get("strict-transport-security")).toBeNull();
  });
});
