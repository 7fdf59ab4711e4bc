import { expect, test } from "vitest";
import { nearOf } from "../../src/kernel/near.ts";

const fields = ["title", "titleBasis", "leadOrganisationId", "leadHealthIntegrationTeamId", "start", "status"];

test.each([
  ["a letter too few", "titl", ["title", "titleBasis"]],
  ["two letters swapped", "tilte", ["title"]],
  ["other capitals", "Status", ["status"]],
  ["the end of a name left out", "leadOrganisation", ["leadOrganisationId"]],
  ["a part of several, the shorter first", "lead", ["leadOrganisationId", "leadHealthIntegrationTeamId"]],
  ["more than there is", "startDate", ["start"]],
  ["nothing like any", "colour", []],
  ["too little to tell", "le", []],
])("%s: the words that may have been meant, the nearest first", (_, written, near) => {
  expect(nearOf(written, fields)).toEqual(near);
});

test("no more than three are named", () => {
  expect(nearOf("party", ["partyA", "partyB", "partyC", "partyD"])).toEqual(["partyA", "partyB", "partyC"]);
});
