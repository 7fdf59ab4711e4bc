import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { faultCodes } from "../../src/api/fault/fault-codes.ts";
import { programFile } from "../../src/kernel/program-file.ts";
import { textOf } from "./blocks.ts";

const runbook = textOf("runbook");

const codes = Object.entries(faultCodes).filter(([, when]) => when.startsWith("50")).map(([code]) => code);

it.each([...codes, "OUTCOME_UNKNOWN"])("says what to do where answers have the code %s", (code) => {
  expect(runbook).toMatch(new RegExp(`^\\|[^|]*\`${code}\``, "m"));
});

/** What a server warns of or complains of in its log, as its sources say it. */
function complaints(): readonly string[] {
  const sources = readdirSync(programFile("src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.startsWith("web"));
  return sources.flatMap((file) => [...readFileSync(join(programFile("src"), file), "utf8").matchAll(/\blog\.(?:warn|error|fatal)\(.*"([^"]+)"\);/g)].map(([, message = ""]) => message));
}

it("says what to do about every line with which a server complains in its log", () => {
  const lines = [...new Set(complaints())];
  expect(lines.length).toBeGreaterThan(5);
  const told = [...runbook.matchAll(/^\| `([^`]+)` \|/gm)].map(([, line = ""]) => line);
  expect(lines.filter((line) => !told.some((each) => line.startsWith(each)))).toEqual([]);
});
