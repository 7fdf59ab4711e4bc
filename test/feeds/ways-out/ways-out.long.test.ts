import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Role } from "../../../src/api/access/role.ts";
import { makeKey } from "../../../src/domain/partners/access/signing-in.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { flatTables } from "../../../src/schema.ts";
import type { RunningServer } from "../../../src/server/http.ts";
import { schema } from "../../support/schema.ts";
import { serverOver } from "../../support/served.ts";
import { hiddenWorld, type HiddenWorld, type Marked } from "./hidden-world.ts";
import { visitor, type Visitor } from "./visitor.ts";
import { ways, withoutRecords } from "./ways.ts";

/**
 * Whatever somebody may not see in the graph leaves on no other way: over records of every kind, each marked with words of its own,
 * what comes out of each way for each of them is held against what the graph itself shows them.
 */

let given: HiddenWorld;
let server: RunningServer;

/** Who asks: by the role of the key that they have, and what it is held for. */
const askers: readonly (readonly [name: string, role: Role | null, holdsFor: (world: HiddenWorld) => string | null])[] = [
  ["nobody", null, () => null],
  ["a key for reading in another system", "READER", ({ elsewhere }) => elsewhere],
  ["a member", "READER", ({ find }) => find("Place", "open")],
  ["a lead", "LEAD", ({ find }) => find("Programme", "open")],
  ["the office of the system", "OFFICE", ({ find }) => find("Place", "open")],
  ["the steward of everything", "STEWARD", () => null],
  ["the auditor of everything", "AUDITOR", () => null],
];

/** Who is asked by the long ways too, where not everybody is. */
const BY_LONG_WAYS = "nobody";
const isEveryWay = process.env["EVERY_WAY"] !== undefined;

beforeAll(async () => {
  given = await hiddenWorld();
  server = await serverOver(given.world.ledger);
});
afterAll(async () => {
  await server.close();
  await given.end();
});

const nodes = z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) });

/** The records that the graph shows somebody, found as anybody finds a record. */
async function shownTo(asker: Visitor): Promise<ReadonlySet<string>> {
  const shown = new Set<string>();
  for (let from = 0; from < given.marked.length; from += 100) {
    const ids = given.marked.slice(from, from + 100).map(({ id }) => id);
    for (const node of nodes.parse(await asker.data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).nodes) if (node !== null) shown.add(node.id);
  }
  return shown;
}

/** The records of which the id, or words of their own, stand in a text. */
function toldIn(text: string): Marked[] {
  const words = new Set([...text.matchAll(/\b([A-Z]\w+) \w+ (open|members|draft|leaning)\b/g)].map(([, type, which]) => `${type} ${which}`));
  return given.marked.filter(({ id, type, which }) => text.includes(id) || words.has(`${type} ${which}`));
}

const tabled = new Set(flatTables.map(({ kind }) => kind.type));
const called = ({ type, which }: Marked): string => `${type} ${which}`;

describe.each(askers)("%s", (name, role, holdsFor) => {
  let asker: Visitor;
  let shown: ReadonlySet<string>;

  beforeAll(async () => {
    const secret = role === null ? null : (await makeKey(given.world.ledger, { name, role, holdsFor: holdsFor(given), expiresOn: readDay("2100-01-01"), actor: "test" })).secret;
    asker = visitor(server, name, secret);
    shown = await shownTo(asker);
  });

  it("sees some records of the graph, and is kept from those of others", () => {
    const kept = given.marked.filter(({ id }) => !shown.has(id)).map(({ which }) => which);
    const seesDrafts = role !== null && role !== "READER";
    expect(shown.size).toBeGreaterThan(100);
    expect(kept.filter((which) => which === "draft").length > 40).toBe(!seesDrafts);
    expect(kept.filter((which) => which === "members").length > 40).toBe(role === null || name.includes("another"));
  });

  it.each(ways.filter(({ isLong }) => isEveryWay || isLong !== true || name === BY_LONG_WAYS).map((way) => [way.name, way] as const))("is told by %s of nothing else, and of all of that where it shows all", async (_, way) => {
    const told = new Map((await way.texts(asker, given)).flatMap(toldIn).map((record) => [record.id, record]));
    expect([...told.values()].filter(({ id }) => !shown.has(id)).map(called)).toEqual([]);
    const missing = given.marked.filter(({ id, type }) => shown.has(id) && tabled.has(type) && !told.has(id)).map(called);
    expect(way.showsAll ? missing : []).toEqual([]);
    // A way that tells nobody anything would keep every secret.
    expect(told.size > 0 || way.tellsOf !== undefined || !name.includes("everything")).toBe(true);
  });
});

describe("the list of ways", () => {
  const covered = new Set(ways.flatMap(({ covers }) => covers));
  const src = new URL("../../../src/", import.meta.url);

  it("has every folder from which something leaves beside the graph", () => {
    const folders = readdirSync(new URL("feeds", src), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(folders.filter((folder) => !covered.has(folder))).toEqual([]);
  });

  it("has every address in the sources", () => {
    const feeds = readdirSync(new URL("feeds", src), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts")).map((name) => `feeds/${name}`);
    const addresses = [...feeds, "server/routes.ts", "server/sign-in/routes.ts", "serve/downloads.ts", "serve/intakes.ts", "serve/tracker.ts"].flatMap((file) => [...readFileSync(new URL(file, src), "utf8").matchAll(/(?:case |path === |use\(|all\(|get\(|post\(|path: |= )"(\/[a-z0-9][\w.:/-]*)"/g)].map(([, address = ""]) => address));
    expect(new Set(addresses).size).toBeGreaterThan(8);
    const known = [...covered, ...Object.keys(withoutRecords)];
    expect([...new Set(addresses)].filter((address) => !known.some((one) => address === one || address.startsWith(`${one}/`)))).toEqual([]);
  });

  it("has every subscription", () => {
    const fields = Object.keys(schema.getSubscriptionType()?.getFields() ?? {});
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.filter((field) => !covered.has(`Subscription.${field}`))).toEqual([]);
  });
});
