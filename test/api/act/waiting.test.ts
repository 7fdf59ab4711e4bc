import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { accessKeyKind } from "../../../src/domain/partners/access/table.ts";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { openWorld, type World } from "../../support/domain-world.ts";
import { served } from "../../support/served.ts";

/** Holds the ledger as another program does, until what is given is called. */
function held(world: World): () => void {
  const lease = world.ledger.lease();
  const [found] = lease.ledger.run("select file from pragma_database_list where name = 'main'", []);
  lease.release();
  const sqlite = new Sqlite(String(found?.["file"]));
  onTestFinished(() => { sqlite.close(); });
  sqlite.exec("begin immediate");
  return () => { sqlite.exec("rollback"); };
}

async function amending(settings: Readonly<Record<string, string>> = {}): Promise<{ world: World; keyId: string; amend: () => Promise<{ status: number; body: unknown }>; aim: () => unknown }> {
  const world = await openWorld();
  const server = await served(world.ledger, settings);
  const system = await world.given.place({ level: "SYSTEM", name: "Somerset" });
  const id = await world.given.programme({ systemId: system });
  const { id: keyId, secret } = await makeKey(world.ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" });
  return {
    world, keyId,
    amend: async () => {
      const query = `mutation { amend(id: "${id}", expectedVersion: 1, changes: { programme: { aim: "Another" } }) { entry record { id } problems { code } } }`;
      const answer = await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${secret}` }, body: JSON.stringify({ query }) });
      return { status: answer.status, body: await answer.json() };
    },
    aim: () => {
      const lease = world.ledger.lease();
      const [row] = lease.graph.run("select aim from programmes where id = ?", [id]);
      lease.release();
      return row?.["aim"];
    },
  };
}

it("an act that waited is judged by the rights of when it is done, not of when it was sent", async () => {
  const { world, keyId, amend, aim } = await amending();
  const before = aim();
  const release = held(world);
  // It stands in line before what is sent with the key that it revokes.
  const revoked = world.ledger.commit({ name: "test:revoke", actor: "test" }, (draft) => { draft.change(accessKeyKind, keyId, { revokedOn: draft.today }); });
  const sent = amend();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  release();
  await revoked;
  expect(await sent).toMatchObject({ body: { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] } });
  expect(aim()).toBe(before);
});

it("an act that waits keeps nobody from beginning the log anew, and says where it stood if nothing comes of it", async () => {
  const { world, amend } = await amending({ LIMIT_OPERATION_SECONDS: "1" });
  const entry = world.ledger.head();
  const release = held(world);
  const sent = amend();
  await new Promise((resolve) => { setTimeout(resolve, 1_300); });
  expect(world.ledger.leased()).toBe(0);
  release();
  expect(await sent).toMatchObject({ body: { errors: [{ extensions: { code: "LEDGER_BUSY" } }], extensions: { ledger: { entry, moment: expect.any(String) as unknown } } } });
});

it("an act that would wait longer than a request may is not done, and says so", async () => {
  const { world, amend, aim } = await amending({ LIMIT_OPERATION_SECONDS: "1" });
  const before = aim();
  const release = held(world);
  const sent = amend();
  await new Promise((resolve) => { setTimeout(resolve, 1_300); });
  release();
  expect(await sent).toMatchObject({ body: { errors: [{ message: expect.stringContaining("Nothing of this was lost or written") as unknown, extensions: { code: "LEDGER_BUSY" } }] } });
  expect(aim()).toBe(before);
  expect(await amend()).toMatchObject({ body: { data: { amend: { problems: [] } } } });
  expect(aim()).toBe("Another");
});
