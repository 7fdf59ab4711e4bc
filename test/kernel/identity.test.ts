import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isId, newId, prefixOf } from "../../src/kernel/identity.ts";
import { refusalCodes } from "./refused.ts";

const prefix = fc.stringMatching(/^[a-z]{2}$/);

describe("newId", () => {
  it("is the same for the same prefix and seed, today and in ten years", () => {
    expect(newId("ms", "waymark")).toBe("ms_wypmakq9n5jtd8qt");
  });

  it("is sixteen letters from the first sixteen bytes of the seed's SHA-256, and no i, l, o or u", () => {
    fc.assert(
      fc.property(prefix, fc.string({ unit: "binary" }), (prefix, seed) => {
        const bytes = [...createHash("sha256").update(seed).digest().subarray(0, 16)];
        const letters = bytes.map((byte) => "0123456789abcdefghjkmnpqrstvwxyz"[byte % 32]);
        expect(newId(prefix, seed)).toBe(`${prefix}_${letters.join("")}`);
      }),
    );
  });

  it("is another one for each of many seeds", () => {
    const ids = new Set(Array.from({ length: 20_000 }, (_, seed) => newId("ms", String(seed))));
    expect(ids.size).toBe(20_000);
  });

  it.each(["m", "MS", "mst", "m1", "", "ms_"])("does not take the prefix %j", (prefix) => {
    expect(() => newId(prefix, "seed")).toThrow(RangeError);
  });
});

describe("isId", () => {
  it("is true for every new id, and for its own prefix only", () => {
    fc.assert(
      fc.property(prefix, prefix, fc.string(), (prefix, other, seed) => {
        const id = newId(prefix, seed);
        expect(isId(id)).toBe(true);
        expect(isId(id, prefix)).toBe(true);
        expect(isId(id, other)).toBe(prefix === other);
      }),
    );
  });

  it.each([
    "ms_0123456789abcde",
    "ms_0123456789abcdeff",
    "ms_0123456789abcdei",
    "ms_0123456789abcdel",
    "ms_0123456789abcdeo",
    "ms_0123456789abcdeu",
    "ms_0123456789ABCDEF",
    "ms-0123456789abcdef",
    "m_0123456789abcdef",
    "ms_0123456789abcdef\n",
    " ms_0123456789abcdef",
    "",
    null,
    5,
  ])("is false for %j", (value) => {
    expect(isId(value)).toBe(false);
  });
});

describe("prefixOf", () => {
  it("is what the id was made with", () => {
    fc.assert(
      fc.property(prefix, fc.string(), (prefix, seed) => {
        expect(prefixOf(newId(prefix, seed))).toBe(prefix);
      }),
    );
  });

  it("refuses what is not an id", () => {
    expect(refusalCodes(() => prefixOf("milestone 5"))).toEqual(["INVALID_ID"]);
  });
});
