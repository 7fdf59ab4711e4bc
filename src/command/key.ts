import { roles, type Role } from "../api/access/role.ts";
import { makeKey } from "../domain/partners/access/signing-in.ts";
import { addDays, londonDay, readDay, type Day } from "../kernel/day.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { loadFoundingDocuments } from "../serve/tracker.ts";
import { UsageError } from "./usage.ts";

const KEY_USAGE = "waymark key NAME --role ROLE --for ID|everything [--until DAY]";

/** What a key is to be. */
export interface KeyOptions {
  readonly name: string;
  readonly role: Role;
  readonly holdsFor: string | null;
  readonly until: Day | null;
}

/** Makes a key for a tool, and shows it once. */
export async function keyCommand(ledger: Ledger, { name, role, holdsFor, until }: KeyOptions, say: (line: string) => void): Promise<void> {
  // History comes first: once there is a key, what the documents tell would count as told today.
  await loadFoundingDocuments(ledger);
  const expiresOn = until ?? addDays(londonDay(new Date()), 365);
  const { id, secret } = await makeKey(ledger, { name, role, holdsFor, expiresOn, actor: "command-line" });
  say(`${id}: ${role} for ${holdsFor ?? "everything"}, until ${expiresOn}. The key, which is not shown again:`);
  say(secret);
}

/** What a key is to be, as it was written behind the command. */
export function readKeyOptions([name, ...options]: readonly string[]): KeyOptions {
  if (name === undefined || name.startsWith("-")) throw new UsageError(`What is the key for? Say: ${KEY_USAGE}`);
  const { for: what, role: asked, until, ...unknown } = optionsIn(options);
  const role = roles.find((word) => word === asked);
  if (role === undefined) throw new UsageError(`A key has a role, which is one of ${roles.join(", ")}. Say: ${KEY_USAGE}`);
  if (what === undefined || Object.keys(unknown).length > 0) throw new UsageError(`A key is for a record or for everything. Say: ${KEY_USAGE}`);
  return { name, role, holdsFor: what === "everything" ? null : what, until: until === undefined ? null : readDay(until) };
}

/** `--name value`, in pairs. */
function optionsIn(args: readonly string[]): Readonly<Record<string, string | undefined>> {
  const pairs = args.flatMap((name, index): [string, string | undefined][] => (index % 2 === 0 ? [[name.replace(/^--/, ""), args[index + 1]]] : []));
  return Object.fromEntries(pairs);
}
