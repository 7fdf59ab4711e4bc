import { getNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { Around } from "./around.ts";
import { openHostileWorld, type HostileWorld } from "./hostile-world.ts";
import { isRefused } from "./judged.ts";
import { written } from "./hole.ts";
import { placesOf, said, type Place } from "./places.ts";
import { waysTo, type Surrounding } from "./reach.ts";
import { bodyFor } from "./requests.ts";

/** A text that cannot be one, in every place of every mutation that takes a text: nothing else is wrong with what is sent, and nothing is left to chance. */

const BROKEN = written("Launch\0");

const places = placesOf(schema).filter(({ on, type }) => on === "Mutation" && ["String", "ID"].includes(getNamedType(type).name));
let hostile: HostileWorld;
let around: Around;
let ways: ReadonlyMap<string, Surrounding>;

beforeAll(async () => {
  hostile = await openHostileWorld();
  around = new Around(hostile.pairs, hostile.acts);
  ways = waysTo(schema, hostile.pairs);
});
afterAll(async () => hostile.end());

/** What becomes of it for the office, tried and in earnest: nothing, where it is refused and nothing is written. */
async function wrong(place: Place): Promise<string[]> {
  const office = hostile.senders.find(({ name }) => name === "OFFICE");
  const way = ways.get(place.on);
  if (office === undefined || way === undefined) throw new Error("Nobody gets there.");
  const asking = { place, around: await around.of(place), way };
  const before = hostile.world.ledger.head();
  const bodies = [true, false].map((dryRun) => bodyFor({ ...asking, dryRun }, BROKEN, "VARIABLE") ?? "");
  for (const body of bodies) if (!isRefused(await hostile.post(body, office.headers))) return [`${said(place)}: it is taken`];
  return hostile.world.ledger.head() === before ? [] : [`${said(place)}: something is written`];
}

describe("a text with NUL", () => {
  it("is refused wherever an act takes a text, whether the act would read it or not", { timeout: 300_000 }, async () => {
    const found: string[] = [];
    for (const place of places) found.push(...(await wrong(place)));
    expect(found).toEqual([]);
    expect(places.length).toBeGreaterThan(1_000);
  });
});
