import { describe, expect, it } from "vitest";
import { quoted } from "../../src/kernel/quoted.ts";

describe("quoted", () => {
  it("keeps what is short", () => {
    expect(quoted("a".repeat(80))).toBe(`“${"a".repeat(80)}”`);
  });

  it("cuts what is long, and never within a letter", () => {
    expect(quoted("🌿".repeat(81))).toBe(`“${"🌿".repeat(80)}…”`);
  });
});
