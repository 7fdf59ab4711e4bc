import { once } from "node:events";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { beginServing } from "../../src/command/serving.ts";
import { createLog } from "../../src/server/log/log.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { freePort } from "../support/killed-server.ts";

it("lets go of whoever is connected where the ledger cannot be opened, so that the process ends and can be started again", async () => {
  const port = await freePort();
  const client = new Socket().on("error", () => null);
  const begun = beginServing(readSettings({ PORT: String(port) }), createLog("silent"), async () => {
    client.connect({ port, host: "127.0.0.1" });
    await once(client, "connect");
    // It has not said all of its request, and never will.
    client.write("GET /health/live HTTP/1.1\r\nhost: ");
    await pause(100);
    throw new Error("It cannot be opened.");
  });
  onTestFinished(() => void client.destroy());
  await expect(begun).rejects.toThrow("It cannot be opened.");
  for (let waited = 0; !client.closed && waited < 2_000; waited += 20) await pause(20);
  expect(client.closed).toBe(true);
});
