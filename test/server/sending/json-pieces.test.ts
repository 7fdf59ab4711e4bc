import { array, assert, constant, dictionary, jsonValue, oneof, property, stringMatching } from "fast-check";
import { expect, it } from "vitest";
import { jsonPieces } from "../../../src/server/sending/json-pieces.ts";

it("an answer in pieces is the same to the letter as in one", () => {
  const names = stringMatching(/^[A-Za-z_]{1,5}$/);
  const value = oneof(jsonValue(), constant(undefined), array(jsonValue({ maxDepth: 1 }), { maxLength: 5 }), dictionary(names, oneof(jsonValue(), constant(undefined))));
  assert(property(dictionary(names, value), (data) => jsonPieces(data).join("") === JSON.stringify(data)));
});

it("a long list is cut between its items", () => {
  const milestones = { nodes: Array.from({ length: 3_000 }, (_, made) => ({ id: `ms_${made}`, title: `Launch – „${made}“ "£"\n`, due: null })), totalCount: 3_000 };
  const pieces = jsonPieces({ milestones, none: [] });
  expect(pieces.join("")).toBe(JSON.stringify({ milestones, none: [] }));
  expect(pieces.length).toBeGreaterThan(10);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
});
