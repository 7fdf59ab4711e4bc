import { expect, it, onTestFinished } from "vitest";
import type { Drawers, Kept } from "../../../src/ledger/drawers.ts";
import { FileDrawers } from "../../../src/ledger/file-drawers.ts";
import { fingerprintOf } from "../../../src/server/sign-in/secret.ts";
import { Sessions } from "../../../src/server/sign-in/sessions.ts";
import { freshFile, openLedger } from "../../support/ledger.ts";

const settings = { idleHours: 12, days: 7 };

/** A handle of another process, where something happens between that a session is found and that its use is noted. */
class Slow extends FileDrawers {
  private readonly meanwhile: () => void;

  constructor(file: string, meanwhile: () => void) {
    super(file, () => new Date());
    this.meanwhile = meanwhile;
  }

  override async find(drawer: string, key: string): Promise<Kept | null> {
    const found = await super.find(drawer, key);
    this.meanwhile();
    return found;
  }
}

/** As it stands when it has been used an hour ago, and has a minute left. */
async function usedAnHourAgo(drawers: Drawers, key: string): Promise<void> {
  const value = (await drawers.find("sessions", key))?.value.replace(/"usedAt":\d+/, `"usedAt":${Date.now() - 3_600_000}`) ?? "";
  await drawers.keep("sessions", key, { owner: "ac_1", value, until: new Date(Date.now() + 60_000) });
}

it("a session that ends while another process uses it stays ended", async () => {
  const file = freshFile();
  const { drawers } = await openLedger({ file });
  const sessions = new Sessions(drawers, settings);
  const secret = await sessions.begin({ accountId: "ac_1", issuer: "north" });
  const key = fingerprintOf(secret);
  // Used an hour ago: it is time to note that it is used again.
  await usedAnHourAgo(drawers, key);

  let ending: Promise<void> | undefined;
  const elsewhere = new Slow(file, () => { ending ??= sessions.end(secret); });
  onTestFinished(async () => elsewhere.close());
  expect(await new Sessions(elsewhere, settings).find(secret)).toEqual({ accountId: "ac_1", issuer: "north" });
  await ending;
  expect(await sessions.find(secret)).toBeNull();
  expect(await new Sessions(elsewhere, settings).find(secret)).toBeNull();
});

it("a session that is used is noted to be so, and lasts as much longer", async () => {
  const file = freshFile();
  const { drawers } = await openLedger({ file });
  const sessions = new Sessions(drawers, settings);
  const secret = await sessions.begin({ accountId: "ac_1", issuer: "north" });
  const key = fingerprintOf(secret);
  await usedAnHourAgo(drawers, key);
  expect(await sessions.find(secret)).not.toBeNull();
  expect((await drawers.find("sessions", key))?.until.getTime()).toBeGreaterThan(Date.now() + 11 * 3_600_000);
});
