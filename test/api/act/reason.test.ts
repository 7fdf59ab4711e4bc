import { expect, it } from "vitest";
import { officeOfEverything, openWorld } from "../../support/domain-world.ts";

const RENAME = 'mutation ($id: ID!, $reason: String, $dryRun: Boolean!) { amend(id: $id, expectedVersion: 1, changes: { group: { name: "The board" } }, reason: $reason, dryRun: $dryRun) { problems { code path } } }';

it.each([["half a character", "Launch \ud800", "INVALID_TEXT"], ["NUL", "a\0b", "INVALID_TEXT"], ["more characters than a text may have", "a".repeat(20_001), "TOO_LONG"]])("a reason with %s is refused, tried and in earnest", async (_, reason, code) => {
  const world = await openWorld();
  const id = await world.given.group();
  for (const dryRun of [true, false]) {
    expect(await world.ask(officeOfEverything, RENAME, { id, reason, dryRun })).toEqual({ amend: { problems: [{ code, path: ["reason"] }] } });
  }
  expect(await world.ask(officeOfEverything, RENAME, { id, reason: "It says so now.", dryRun: false })).toEqual({ amend: { problems: [] } });
});
