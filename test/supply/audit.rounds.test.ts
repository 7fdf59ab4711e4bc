import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { z } from "zod";
import { programFile } from "../../src/kernel/program-file.ts";

/** Advisories that somebody has looked at, by their number: why each does no harm here, and until when that is believed. */
const zReasons = z.record(z.string().regex(/^GHSA(-\w{4}){3}$/), z.strictObject({ why: z.string().min(20), until: z.iso.date() }));

const zAudit = z.looseObject({ vulnerabilities: z.record(z.string(), z.looseObject({ via: z.array(z.union([z.string(), z.looseObject({ url: z.string(), title: z.string() })])) })) });

/** What is known against the packages today, by the number of the advisory; null where the registry does not answer such questions. */
function audited(): ReadonlyMap<string, string> | null {
  const { stdout } = spawnSync("npm", ["audit", "--json"], { cwd: programFile("."), encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  const answer = zAudit.safeParse(JSON.parse(stdout));
  if (!answer.success) return null;
  const advisories = Object.values(answer.data.vulnerabilities).flatMap(({ via }) => via.filter((each) => typeof each !== "string"));
  return new Map(advisories.map(({ url, title }) => [url.slice(url.lastIndexOf("/") + 1), title]));
}

it("has nothing known against its packages that nobody has looked at, and no reason that is out of date", () => {
  const reasons = zReasons.parse(JSON.parse(readFileSync(new URL("advisories.json", import.meta.url), "utf8")));
  expect(Object.entries(reasons).filter(([, { until }]) => until < new Date().toISOString().slice(0, 10))).toEqual([]);
  const advisories = audited();
  if (advisories === null) process.stderr.write("The registry answered no audit: packages were not judged. Run npm audit where it does.\n");
  expect([...(advisories ?? [])].filter(([id]) => reasons[id] === undefined)).toEqual([]);
  expect(Object.keys(reasons).filter((id) => advisories?.has(id) === false)).toEqual([]);
});
