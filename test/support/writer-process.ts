import { setTimeout as pause } from "node:timers/promises";
import type { Act, Committed } from "../../src/ledger/commit.ts";
import type { Draft } from "../../src/ledger/draft.ts";
import { LedgerFault } from "../../src/ledger/fault.ts";
import { Ledger } from "../../src/ledger/ledger.ts";
import { PostgresJournal } from "../../src/ledger/postgres/postgres-journal.ts";
import { FileJournal } from "./file-journal.ts";
import { counter, readTask } from "./killed-writers.ts";
import { kinds, Project, Task } from "./world.ts";

/**
 * A process that writes until it is killed. It says "try <key>" before an act and "done <key> <entry> ." when the act
 * is answered; standard output to a pipe is written at once, so whatever was answered was also said.
 */

/** So many acts wait at the same time. */
const AT_ONCE = 8;

const { file, journal, ddl, retry, name } = readTask(process.argv[2] ?? "");
const ledger = await Ledger.open({ file, kinds, ddl, journal: journal === null ? undefined : journal.startsWith("postgres:") ? await PostgresJournal.open(journal) : new FileJournal(journal) });
const toRetry = [...retry];
let made = 0;

function nextKey(): string {
  made += 1;
  return toRetry.pop() ?? `${name}-${made}`;
}

/** Whoever comes first makes the record that every act counts on. */
async function begin(): Promise<void> {
  await ledger.commit({ name: "work:begin", actor: "writers", key: "counter", reason: "2" }, (draft) => {
    const projectId = draft.create(Project, { title: "Counter" });
    draft.create(Task, { title: "Counter", state: "OPEN", projectId, points: 0 }, counter);
  });
}

async function write(): Promise<never> {
  for (;;) {
    const key = nextKey();
    const projects = 1 + (made % 4);
    process.stdout.write(`try ${key}\n`);
    const { entry } = await answered({ name: "work:record", actor: "writers", key, reason: String(projects + 1) }, (draft) => {
      draft.change(Task, counter, { points: Number(draft.read(Task, counter)?.["points"]) + 1 });
      for (let project = 0; project < projects; project += 1) draft.create(Project, { title: `${key} ${project}` });
    });
    process.stdout.write(`done ${key} ${entry} .\n`);
  }
}

/** Sends an act, and again under its key as long as storage fails. */
async function answered<Value>(act: Act, decide: (draft: Draft) => Value): Promise<Committed<Value>> {
  for (;;) {
    try {
      return await ledger.commit(act, decide);
    } catch (error) {
      if (!(error instanceof LedgerFault)) throw error;
      await pause(50);
    }
  }
}

await begin();
await Promise.all(Array.from({ length: AT_ONCE }, write));
