import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changelogText } from "../../src/web/build/contract/changelog.ts";
import { deprecationsIn } from "../../src/web/build/contract/deprecation.ts";
import { brokenPromises } from "../../src/web/build/contract/promises.ts";
import { currentSchema, deprecatedOn, releasedFile, releasedSchema, releases, withoutDescriptions } from "../../src/web/build/contract/releases.ts";
import { brokenOperations, operationLists } from "../web/operations.ts";

const [released, current, all] = [releasedSchema(), currentSchema(), releases()];
const today = new Date().toISOString().slice(0, 10);

describe("the schema, as it was last released", () => {
  it("is kept: nothing that front ends rely on is gone without a warning", async () => {
    const broken = await brokenPromises({ released, deprecatedOn: deprecatedOn(all) }, current, today);
    // Whose operations fail by it is told along with it.
    expect({ broken, operations: broken.length === 0 ? [] : brokenOperations(operationLists(), current) }).toEqual({ broken: [], operations: [] });
  });

  it("is as a release wrote it, and says of all that it marks as to go when that was", () => {
    const text = readFileSync(releasedFile, "utf8");
    expect(withoutDescriptions(text)).toBe(text);
    const known = deprecatedOn(all);
    expect(deprecationsIn(released).filter(({ path }) => !known.has(path))).toEqual([]);
  });

  it("is told apart from now, release by release", () => {
    const change = { level: "BREAKING" as const, path: "Team.lead", words: "Field `lead` was removed from object type `Team`.", isRemoval: true };
    const text = changelogText([], [{ on: "2027-07-01", version: "0.2.0", deprecated: [], changes: [change, { ...change, level: "DANGEROUS", words: "A value." }] }, ...all], ["- `Team.size`: Use owner. Removal on 2028-01-01."]);
    expect(text.split("\n\n").slice(2, 9)).toEqual([
      "## To go", "- `Team.size`: Use owner. Removal on 2028-01-01.", "## Not released yet", "Nothing has changed since the release of 2027-07-01.", "## 2027-07-01, version 0.2.0",
      expect.stringContaining("**BREAKING**: "), "- Field `lead` was removed from object type `Team`.",
    ]);
  });
});
