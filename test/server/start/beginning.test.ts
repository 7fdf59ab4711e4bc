import { expect, it, onTestFinished } from "vitest";
import { beginListening } from "../../../src/server/start/beginning.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { StartError } from "../../../src/server/start/start-error.ts";
import { urlOf } from "../../../src/server/start/url.ts";
import { start } from "../support.ts";

it("lives and says how far it is before there is anything to serve, and is then taken over where it listens", async () => {
  let taken = 0;
  const settings = readSettings({ PORT: "0" });
  const begun = await beginListening(settings, () => `This server fetches its ledger: ${(taken += 1)} of 3 entries are here.`);
  const url = urlOf(settings.host, begun.httpServer.address());
  const answers = async (path: string): Promise<unknown[]> => {
    const response = await fetch(`${url}${path}`);
    return [response.status, response.headers.get("retry-after"), await response.json()];
  };
  expect(await answers("/health/live")).toEqual([200, null, { live: true }]);
  expect(await answers("/health/ready")).toEqual([503, null, { ready: false, reason: "This server fetches its ledger: 1 of 3 entries are here." }]);
  expect(await answers("/graphql?query={hello}")).toEqual([503, "1", { errors: [{ message: "This server fetches its ledger: 2 of 3 entries are here. Ask again in a moment.", extensions: { code: "SERVER_STARTING" } }] }]);
  const running = await start({ begun });
  expect(running.url).toBe(url);
  expect(await answers("/health/ready")).toEqual([200, null, { ready: true }]);
  await running.close();
  await expect(fetch(`${url}/health/live`)).rejects.toThrow(TypeError);
});

it("says that it cannot listen where somebody does already", async () => {
  const settings = readSettings({ PORT: "0" });
  const { httpServer } = await beginListening(settings, () => "Not yet.");
  onTestFinished(() => void httpServer.close());
  const address = httpServer.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  await expect(beginListening({ ...settings, port }, () => "Not yet.")).rejects.toThrow(StartError);
});
