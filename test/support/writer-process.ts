import { Ledger } from "../../src/ledger/ledger.ts";
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
const ledger = await Ledger.open({ file, kinds, ddl, ...(journal === null ? {} : { journal: new FileJournal(journal) }) });
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
    const { entry } = await ledger.commit({ name: "work:record", actor: "writers", key, reason: String(projects + 1) }, (draft) => {
      draft.change(Task, counter, { points: Number(draft.read(Task, counter)?.["points"]) + 1 });
      for (let project = 0; project < projects; project += 1) draft.create(Project, { title: `${key} ${project}` });
    });
    process.stdout.write(`done ${key} ${entry} .\n`);
  }
}

await begin();
await Promise.all(Array.from({ length: AT_ONCE }, write));
