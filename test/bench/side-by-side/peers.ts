import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { milestoneTimings } from "../../../src/domain/delivery/milestone/rules.ts";
import { programFile } from "../../../src/kernel/program-file.ts";
import { postgraphile } from "./postgraphile.ts";
import { served } from "./process.ts";
import type { System } from "./system.ts";

const [MERCURIUS, YOGA, POSTGRAPHILE] = ["Mercurius with JIT", "Yoga with Pothos", "PostGraphile 5"] as const;

const FOLDER = programFile("test/bench/peers");

/** Installs the peers as their lock says, unless they are there. Answers whether they are. */
function installPeers(say: (line: string) => void): boolean {
  if (existsSync(join(FOLDER, "node_modules", ".package-lock.json"))) return true;
  say("Installing the peers: this takes minutes.");
  try {
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: FOLDER, stdio: ["ignore", "ignore", "inherit"] });
    return true;
  } catch {
    say("The peers cannot be had here, so nothing is measured beside them.");
    return false;
  }
}

/** The peers whose names are wanted, over the rows in SQLite or over a PostgreSQL that has the same. Which cannot be had here is said. */
export async function startPeers(rows: string, isWanted: (name: string) => boolean, say: (line: string) => void, add: (peer: System) => void): Promise<void> {
  if (![MERCURIUS, YOGA, POSTGRAPHILE].some(isWanted) || !installPeers(say)) return;
  for (const [name, file] of [[MERCURIUS, "mercurius.mjs"], [YOGA, "yoga.mjs"]] as const) {
    if (isWanted(name)) add({ ...(await served(name, { args: [file, rows, "0"], folder: FOLDER })), path: "/graphql" });
  }
  if (!isWanted(POSTGRAPHILE)) return;
  const found = await postgraphile(FOLDER, rows, milestoneTimings);
  if (found === null) say(`${POSTGRAPHILE} needs Node 22 or later, which is not here: it is left out.`);
  else add(found);
}
