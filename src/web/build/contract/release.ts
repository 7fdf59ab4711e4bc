import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { changesBetween } from "./changes.ts";
import { deprecationsIn } from "./deprecation.ts";
import { brokenPromises, tooSoon } from "./promises.ts";
import { currentSchema, currentText, deprecatedOn, keepRelease, releasedSchema, releases } from "./releases.ts";

/** Takes the schema as it is now for what front ends are promised from today, or says why it cannot be. */
async function release(today: string): Promise<string> {
  const [released, current, before] = [releasedSchema(), currentSchema(), releases()];
  const promised = { released, deprecatedOn: deprecatedOn(before) };
  const wrong = [...(await brokenPromises(promised, current, today)), ...tooSoon(promised, current, today)];
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  const changes = await changesBetween(released, current);
  if (changes.length === 0) return `Nothing has changed since the release of ${before[0]?.on ?? ""}.`;
  const known = new Set(deprecationsIn(released).map(({ path }) => path));
  const deprecated = deprecationsIn(current).map(({ path }) => path).filter((path) => !known.has(path));
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(new URL("../../../../package.json", import.meta.url), "utf8")));
  keepRelease(currentText(), [{ on: today, version, deprecated, changes }, ...before]);
  return `Released: ${changes.length} changes since ${before[0]?.on ?? ""}. Commit what was written.`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await release(new Date().toISOString().slice(0, 10)).then(
    (words) => process.stdout.write(`${words}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}
