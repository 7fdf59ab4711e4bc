import { describe, expect, it } from "vitest";
import { randomText } from "../../src/kernel/random-text.ts";

describe("randomText", () => {
  it("gives nobody what it gave before, however much it has given", () => {
    const given = Array.from({ length: 2_000 }, (_, turn) => randomText(turn % 2 === 0 ? 12 : 5, "hex"));
    expect(new Set(given).size).toBe(given.length);
  });

  it.each([["hex", 10], ["base64url", 7]] as const)("gives as many bytes as are asked for, as %s", (encoding, length) => {
    for (let turn = 0; turn < 2_000; turn += 1) expect(randomText(5, encoding)).toHaveLength(length);
  });

  it("gives every bit as often set as not", () => {
    const bytes = Array.from({ length: 2_000 }, () => Buffer.from(randomText(12, "base64url"), "base64url")).flatMap((each) => [...each]);
    for (let bit = 0; bit < 8; bit += 1) {
      // Twelve times the deviation that chance allows for.
      expect(Math.abs(bytes.filter((byte) => ((byte >> bit) & 1) === 1).length / bytes.length - 0.5)).toBeLessThan(0.04);
    }
  });
});
