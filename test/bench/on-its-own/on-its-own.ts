import { join } from "node:path";
import { loadFoundingDocuments, openLedger } from "../../../src/serve/tracker.ts";
import { waymark } from "../side-by-side/ours.ts";
import { memory } from "../side-by-side/process.ts";
import type { Options } from "../side-by-side/options.ts";
import { copyOf } from "../side-by-side/rows.ts";
import { short } from "../side-by-side/table.ts";
import { keyTo } from "../side-by-side/writing.ts";
import { worldOf } from "../world/world.ts";
import { feeds } from "./feeds.ts";
import { starting } from "./starting.ts";
import { steady } from "./steady.ts";
import { tenTimes } from "./ten-times.ts";
import { durableWrites } from "./writes.ts";

/** An overview of very much may take longer here than an operation may by default: how long it takes is what is measured. */
const UNHURRIED = { LIMIT_OPERATION_SECONDS: "120" };

const named = (count: number): string => `${count.toLocaleString("en-GB")} milestones`;

/** What Waymark holds on its own: ten times as much, writes, a minute of readers and writers together, the feeds, and a start. */
export async function onItsOwn(folder: string, options: Options, ids: readonly string[], tell: (lines: readonly string[]) => void, progress: (line: string) => void): Promise<void> {
  const [few, many] = [options.milestones, options.milestones * 10];
  const small = copyOf(await worldOf(few, progress), join(folder, "small.db"));
  const large = copyOf(await worldOf(many, progress), join(folder, "large.db"));
  const documents = join(folder, "documents.db");
  const ledger = await openLedger(documents);
  await loadFoundingDocuments(ledger);
  await ledger.close();
  tell(await starting(new Map([["the five documents", documents], [named(few), small], [named(many), large]]), options));
  const secret = await keyTo(small);
  const one = { ...(await waymark(small, UNHURRIED)), name: named(few) };
  const other = { ...(await waymark(large, UNHURRIED)), name: named(many) };
  try {
    tell(await tenTimes(one, other, options, ids, progress));
    tell(await feeds(other, options));
    tell([`A server over ${named(many)} holds ${short(memory(other.process, "VmRSS"))} MB after all that, ${short(memory(other.process, "VmHWM"))} at most; one over ${named(few)} ${short(memory(one.process, "VmRSS"))} and ${short(memory(one.process, "VmHWM"))}.`]);
    await other.end();
    tell(await steady(one, secret, options));
    tell(await durableWrites(one, secret, options));
  } finally {
    await one.end();
    await other.end();
  }
}
