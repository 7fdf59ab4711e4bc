import { beforeAll, describe, expect, it } from "vitest";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { accessKeyKind } from "../../../src/domain/partners/access/table.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { groupKind } from "../../../src/domain/partners/group/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import { importRows } from "../../../src/feeds/import/rows/import-run.ts";
import { importTableNamed } from "../../../src/feeds/import/rows/import-table.ts";
import { importTablesOver } from "../../../src/feeds/import/rows/import-tables.ts";
import type { ImportEvent } from "../../../src/feeds/import/rows/verdict.ts";
import { flatTables, importables, standards } from "../../../src/schema.ts";
import { officeOfEverything, worldOver, type World } from "../../support/domain-world.ts";
import { bearerFor, imported, outcomes, type Imported } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { rowsAtHead } from "../../support/ledger.ts";
import { schema } from "../../support/schema.ts";
import { serverOver } from "../../support/served.ts";
import { kinds } from "../../support/tables.ts";
import { entriesOf } from "../../ledger/contract/store.ts";

/** Imports that hold nobody up: those each of whose rows stands for itself, which go on where they were cut short, and those that are only tried. */

const ROWS = 350;

let world: World;
let server: RunningServer;
let headers: { readonly authorization: string };

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  world = worldOver(own.ledger);
  [server, headers] = [await serverOver(own.ledger), await bearerFor(own.ledger, "OFFICE")];
  return async () => { await server.close(); await own.end(); };
});

const fileOf = (name: string, more: readonly string[] = []): string =>
  ["name,kind,status,parent_name", ...Array.from({ length: ROWS }, (_, place) => `${name} ${place},BOARD,ACTIVE,`), ...more].join("\n");

async function send(file: string, key?: string, query = "?onError=REJECT_ROWS"): Promise<Imported> {
  return imported(server.url, "groups", file, { query, headers: { ...headers, ...(key === undefined ? {} : { "idempotency-key": key }) } });
}

/** Sends a file, and hangs up as soon as something of it is said to be done. */
async function sendAndHangUp(file: string, key: string): Promise<void> {
  const hanging = new AbortController();
  const response = await fetch(`${server.url}/imports/groups?onError=REJECT_ROWS`, { method: "POST", body: file, headers: { "content-type": "text/csv", ...headers, "idempotency-key": key }, signal: hanging.signal });
  await response.body?.getReader().read();
  hanging.abort();
}

const named = (name: string): readonly Record<string, unknown>[] => rowsAtHead(world.ledger, `select id, name from groups where name like '${name} %'`);

/** Saves something else, as somebody beside the import. */
async function save(): Promise<number> {
  return (await world.ledger.commit({ name: "test:save", actor: "somebody" }, (draft) => draft.create(groupKind, { audience: "PUBLIC", name: "Saved", kind: "BOARD", status: "ACTIVE" }))).entry;
}

/** Resolves once nothing has been written for a while. */
async function settled(): Promise<void> {
  for (let head = -1; head !== world.ledger.head(); ) {
    head = world.ledger.head();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

describe("an import row by row", () => {
  it("lets others save in between, and is done all the same", async () => {
    const before = world.ledger.head();
    const importing = send(fileOf("Beside"));
    await world.ledger.beyond(before, AbortSignal.timeout(20_000));
    const entry = await save();
    const { summary } = await importing;
    expect(summary).toMatchObject({ created: ROWS, refused: 0, written: true, isRepeat: false });
    expect(entry).toBeGreaterThan(Number(summary?.firstEntry));
    expect(entry).toBeLessThan(Number(summary?.lastEntry));
    expect(named("Beside")).toHaveLength(ROWS);
    expect(world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("that nobody waits for stops between rows; sent again under its key it goes on, does nothing twice and tells all of it", async () => {
    // The first row points at one that comes last, and so is done last.
    const file = fileOf("Cut").replace("Cut 0,BOARD,ACTIVE,", "Cut 0,BOARD,ACTIVE,Cut top") + "\nCut top,BOARD,ACTIVE,";
    await sendAndHangUp(file, "cut");
    await settled();
    const done = named("Cut");
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(ROWS);
    const answer = await send(file, "cut");
    expect(answer.summary).toMatchObject({ created: ROWS + 1, refused: 0, written: true, isRepeat: false });
    expect(named("Cut")).toHaveLength(ROWS + 1);
    expect(new Set(answer.verdicts.map(({ id }) => id))).toEqual(new Set(named("Cut").map(({ id }) => id)));
    expect(answer.verdicts.map(({ id }) => id)).toEqual(expect.arrayContaining(done.map(({ id }) => id)));
    const head = world.ledger.head();
    const again = await send(file, "cut");
    expect(again.summary).toEqual({ ...answer.summary, written: false, isRepeat: true });
    expect(again.verdicts).toEqual(answer.verdicts);
    expect(world.ledger.head()).toBe(head);
  });

  it("sent again does not undo what others have changed since", async () => {
    const id = await world.act((draft) => draft.create(groupKind, { audience: "PUBLIC", name: "Old", kind: "BOARD", status: "ACTIVE" }));
    const file = `id,name\n${id},New\n`;
    const first = await send(file, "rename");
    expect(outcomes(first)).toEqual(["2 CHANGED"]);
    await world.act((draft) => { draft.change(groupKind, id, { name: "Newer" }); });
    expect(await send(file, "rename")).toMatchObject({ verdicts: first.verdicts, summary: { isRepeat: true, written: false } });
    expect(rowsAtHead(world.ledger, `select name from groups where id = '${id}'`)).toEqual([{ name: "Newer" }]);
  });

  it("stands under keys that no other act can take, and refuses its own for another file", async () => {
    await send(fileOf("Keyed"), "keyed");
    const keys = entriesOf(world.ledger).flatMap(({ key }) => (key?.startsWith("keyed") === true ? [key] : []));
    expect(keys).toEqual(["keyed", "keyed – from row 102", "keyed – from row 202", "keyed – from row 302"]);
    const head = world.ledger.head();
    expect(await send(fileOf("Others"), "keyed")).toMatchObject({ status: 400, refused: { code: "KEY_REUSED" } });
    expect(world.ledger.head()).toBe(head);
  });

  it("goes no further once its importer has lost the right to", async () => {
    const { id, secret } = await makeKey(world.ledger, { name: "Tool", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" });
    const before = world.ledger.head();
    const response = await fetch(`${server.url}/imports/groups?onError=REJECT_ROWS`, { method: "POST", body: fileOf("Lost"), headers: { "content-type": "text/csv", authorization: `Bearer ${secret}` } });
    await world.ledger.beyond(before, AbortSignal.timeout(20_000));
    await world.act((draft) => { draft.change(accessKeyKind, id, { revokedOn: draft.today }); });
    expect((await response.text()).trimEnd().split("\n").at(-1)).toContain("UNAUTHENTICATED");
    expect(named("Lost").length).toBeGreaterThan(0);
    expect(named("Lost").length).toBeLessThan(ROWS);
  });
});

describe("an import that is only tried", () => {
  it("goes on only when others have saved who came meanwhile, and writes nothing", async () => {
    const imports = importTablesOver(schema, kinds, flatTables, importables);
    const head = world.ledger.head();
    const table = importTableNamed(imports, "groups");
    const file = { form: "CSV" as const, bytes: Buffer.from(["name,kind,status", ...Array.from({ length: 2_500 }, (_, place) => `Tried ${place},BOARD,ACTIVE`)].join("\n")) };
    const place = { viewer: officeOfEverything, kinds, permissions, standards, reason: null, list: null, days: null };
    const saved: number[] = [];
    const told: ImportEvent[] = [];
    await importRows(world.ledger, { table, file, place, actor: "ac_0000000000000002", onError: "REJECT_ALL", dryRun: true, key: null, mostRows: 10_000 }, async (event) => {
      told.push(event);
      // It waits for this: whoever saves may not have to wait for it.
      if ("progress" in event && saved.length === 0) saved.push(await save());
    });
    expect(saved).toEqual([head + 1]);
    expect(told.at(-1)).toMatchObject({ summary: { created: 2_500, refused: 0, written: false, dryRun: true, firstEntry: null } });
    expect(world.ledger.head()).toBe(head + 1);
    expect(named("Tried")).toEqual([]);
  });

  it("lets others have their turn also while it says what became of its rows", async () => {
    const table = importTableNamed(importTablesOver(schema, kinds, flatTables, importables), "groups");
    const file = { form: "CSV" as const, bytes: Buffer.from(fileOf("Said")) };
    const place = { viewer: officeOfEverything, kinds, permissions, standards, reason: null, list: null, days: null };
    let turns = 0;
    let counting: NodeJS.Immediate | undefined;
    const count = (): void => {
      turns += 1;
      counting = setImmediate(count);
    };
    await importRows(world.ledger, { table, file, place, actor: "ac_0000000000000002", onError: "REJECT_ALL", dryRun: true, key: null, mostRows: 10_000 }, (event) => {
      if (!("verdict" in event)) return;
      counting ??= setImmediate(count);
      // As if there were many more of them.
      for (const begun = performance.now(); performance.now() - begun < 0.2; );
    });
    clearImmediate(counting);
    expect(turns).toBeGreaterThan(0);
  });
});
