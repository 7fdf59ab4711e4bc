import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { problemCodes } from "../../src/api/act/problem-codes.ts";

const SRC = new URL("../../src", import.meta.url).pathname;

/** Where a problem is made: as a refusal, as one of several, or as an object. The server's own codes are beside these. */
const MADE = [
  /\b(?:refusal|refused)\(\s*"([A-Z_]+)"/g,
  /\.when\((?:[^;]*?),\s*"([A-Z_]+)",\s*[`"(A-Za-z]/g,
  /\bcode: "([A-Z_]+)"/g,
];

function made(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(SRC, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".ts") || name.startsWith("server/")) continue;
    const text = readFileSync(join(SRC, name), "utf8");
    for (const pattern of MADE) for (const [, code] of text.matchAll(pattern)) if (code !== undefined) found.set(code, name);
  }
  return found;
}

it("says every code with which something is refused, and none that nothing is refused with", () => {
  const found = made();
  expect([...found].filter(([code]) => !(code in problemCodes))).toEqual([]);
  expect(Object.keys(problemCodes).filter((code) => !found.has(code))).toEqual([]);
});

it("says them in the order of the alphabet", () => {
  expect(Object.keys(problemCodes)).toEqual(Object.keys(problemCodes).toSorted());
});
