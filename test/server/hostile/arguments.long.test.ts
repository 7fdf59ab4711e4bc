import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "../../support/schema.ts";
import { Around } from "./around.ts";
import { SEED } from "./chance.ts";
import { hostileFor, type Hostile } from "./hostile-values.ts";
import { openHostileWorld, type HostileWorld, type Sender } from "./hostile-world.ts";
import { isRefused, MOST_MILLISECONDS, wrongWith, type Answered } from "./judged.ts";
import { placesOf, said, type Place } from "./places.ts";
import { waysTo, type Surrounding } from "./reach.ts";
import { bodyFor, type Where } from "./requests.ts";

/** Everything that the schema takes, sent what it should refuse, by everybody. Some of it in each run of the tests, as chance has it; much of it where there is time. */

const CASES = Number(process.env["HOSTILE"] ?? 300);

interface Case {
  readonly place: Place;
  readonly value: Hostile;
  readonly where: Where;
  readonly sender: Sender;
}

const places = placesOf(schema);
let hostile: HostileWorld;
let around: Around;
let ways: ReadonlyMap<string, Surrounding>;

beforeAll(async () => {
  hostile = await openHostileWorld();
  around = new Around(hostile.pairs, hostile.acts);
  ways = waysTo(schema, hostile.pairs);
  return async () => hostile.end();
});

/** As many of all that could be sent as there is time for, as chance has it. */
function cases(count: number): Case[] {
  const foreign = hostile.pairs.find(({ kind }) => kind.type === "Source")?.first ?? "";
  const one = fc.record({ place: fc.constantFrom(...places.filter(({ on }) => ways.has(on))), which: fc.nat({ max: 2 ** 31 - 1 }), where: fc.constantFrom<Where>("VARIABLE", "LITERAL"), sender: fc.constantFrom(...hostile.senders) });
  return fc.sample(one, { seed: SEED, numRuns: count }).flatMap(({ which, ...rest }) => {
    const values = hostileFor(rest.place.type, foreign);
    const value = values[which % values.length];
    return value === undefined ? [] : [{ ...rest, value }];
  });
}

/** What is wrong with how something hostile is met; nothing, where it is met as it should be. */
async function wrong({ place, value, where, sender }: Case): Promise<readonly string[]> {
  const way = ways.get(place.on);
  if (way === undefined) return ["nobody gets there"];
  const asking = { place, around: await around.of(place), way };
  const tried = bodyFor({ ...asking, dryRun: true }, value, where);
  if (tried === null) return [];
  const before = hostile.world.ledger.head();
  const answered = await patiently(async () => hostile.post(tried, sender.headers));
  const found = [...wrongWith(answered, sender.secrets), ...slow(answered)];
  if (value.isRefused && !isRefused(answered)) found.push("it is taken");
  // What is only tried is not written anyway: what was refused is sent in earnest too.
  const earnest = isRefused(answered) ? bodyFor({ ...asking, dryRun: false }, value, where) : null;
  if (earnest !== null && place.on === "Mutation") {
    const again = await hostile.post(earnest, sender.headers);
    if (!isRefused(again)) found.push("it is taken in earnest, and refused when it is tried");
  }
  if (hostile.world.ledger.head() !== before) found.push("something is written");
  return found;
}

/** The quickest of a few tries, as the machine has other work too. */
async function patiently(send: () => Promise<Answered>): Promise<Answered> {
  let answered = await send();
  for (let tries = 1; tries < 6 && answered.milliseconds > MOST_MILLISECONDS; tries += 1) answered = await send();
  return answered;
}

function slow({ milliseconds }: Answered): string[] {
  return milliseconds > MOST_MILLISECONDS ? [`takes ${Math.round(milliseconds)} ms`] : [];
}

describe("every argument", () => {
  it("is reached from the top of an operation", () => {
    expect(places.filter(({ on }) => !ways.has(on)).map(said)).toEqual([]);
    expect(places.length).toBeGreaterThan(5_000);
  });

  it.each([
    ["Mutation.amend(changes.organisationName.name)", "£1 "],
    ["Mutation.amend(changes.organisation.name)", "a "],
    ["Mutation.eraseAccount(alsoCalled)", "é\u0301"],
    ["Mutation.erasePerson(alsoCalled)", "1"],
  ])("is met as it should be where once it was not: %s, 90 kB of %j", async (name, unit) => {
    const place = places.find((one) => said(one) === name);
    const value = place === undefined ? undefined : hostileFor(place.type, "").find((one) => one.name === `90 kB of ${JSON.stringify(unit)}`);
    const sender = hostile.senders.find((one) => one.name === "STEWARD");
    if (place === undefined || value === undefined || sender === undefined) throw new Error(`There is no ${name} that takes this.`);
    expect(await wrong({ place, value, where: "VARIABLE", sender })).toEqual([]);
  });

  it(`refuses or takes for what it is whatever is sent, at once, and tells nothing (SEED=${SEED})`, { timeout: 300_000 + CASES * 100 }, async () => {
    const failed: string[] = [];
    const judged = new Map<string, number>();
    for (const one of cases(CASES)) {
      for (const found of await wrong(one)) failed.push(`${said(one.place)} ← ${one.value.name} as a ${one.where} by ${one.sender.name}: ${found}`);
      judged.set(one.sender.name, (judged.get(one.sender.name) ?? 0) + 1);
      if (failed.length > 20) break;
    }
    expect(failed).toEqual([]);
    expect([...judged.keys()].toSorted()).toEqual(hostile.senders.map(({ name }) => name).toSorted());
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
    expect(hostile.world.ledger.verify()).toMatchObject({ sound: true });
  });
});
