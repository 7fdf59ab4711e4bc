import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../src/ledger/entry.ts";
import { canonical, sealed, seal } from "../../src/ledger/seal.ts";

const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    fc.string({ unit: "grapheme" }),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: "grapheme" }), tie("json"), { maxKeys: 4 }),
  ),
})).json;

/** The same value, its keys put in the other order throughout. */
function turned(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => turned(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, item]: [string, Json]) => [key, turned(item)]));
}

/** What JSON cannot tell apart is the same value. */
const same = (a: Json, b: Json): boolean => {
  try {
    expect(JSON.parse(JSON.stringify(a))).toEqual(JSON.parse(JSON.stringify(b)));
    return true;
  } catch {
    return false;
  }
};

describe("canonical JSON", () => {
  it("is JSON that says the value", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is one text for a value, in whatever order its keys stand", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonical(turned(value))).toBe(canonical(value));
      }),
    );
  });

  it("differs for values that differ", () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(canonical(a) === canonical(b)).toBe(same(a, b));
      }),
    );
  });

  it("stays what it is when it is read and written again", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonical(value);
        // oxlint-disable-next-line no-unsafe-type-assertion -- what JSON.parse gives is JSON
        expect(canonical(JSON.parse(text) as Json)).toBe(text);
      }),
    );
  });
});

describe("a seal", () => {
  it("holds for its value and salt, and for no other", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const { salt, seal: made } = sealed(text);
        expect(seal(salt ?? "", text)).toBe(made);
        expect(seal(salt ?? "", other) === made).toBe(text === other);
      }),
    );
  });

  it("is never the same twice, so that a guess of the value cannot be checked against another", () => {
    const seals = Array.from({ length: 1_000 }, () => sealed("the same").seal);
    expect(new Set(seals).size).toBe(1_000);
  });
});
