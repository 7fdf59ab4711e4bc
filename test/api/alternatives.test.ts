import { describe, expect, it } from "vitest";
import { alternativeIn, alternativeOf } from "../../src/api/alternatives.ts";
import { eventPartyAlternatives } from "../../src/domain/learning/event/rules.ts";
import { eventParties } from "../../src/domain/learning/event/table.ts";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";

const pet = { kinds: [["dogId", "DOG"], ["catId", "CAT"]], otherwise: "NEITHER" } as const;

describe("alternativeOf", () => {
  it.each([
    [{ dogId: "do_1", catId: null }, "DOG"],
    [{ dogId: null, catId: "ca_1" }, "CAT"],
    [{ dogId: null, catId: null }, "NEITHER"],
  ] as const)("takes %j for %s", (row, kind) => {
    expect(alternativeOf(row, pet)).toBe(kind);
  });
});

describe("alternativeIn", () => {
  it("asks the same of the columns, in the same order", () => {
    const { sql, params } = new SQLiteSyncDialect().sqlToQuery(alternativeIn(eventParties, eventPartyAlternatives));
    expect(sql.match(/"\w+Id"/g)).toEqual(['"organisationId"', '"healthIntegrationTeamId"', '"groupId"', '"personId"']);
    expect(params).toEqual(["ORGANISATION", "HEALTH_INTEGRATION_TEAM", "GROUP", "PERSON", "DESCRIBED"]);
  });
});
