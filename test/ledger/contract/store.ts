import type { RecordKind } from "../../../src/ledger/concept.ts";
import type { Act } from "../../../src/ledger/commit.ts";
import type { Ddl } from "../../../src/ledger/ddl.ts";
import type { Entry } from "../../../src/ledger/entry.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import type { FieldValues } from "../../../src/ledger/record.ts";
import { Refusal, type Problem } from "../../../src/kernel/problem.ts";
import { Project, Task } from "../../support/world.ts";

/** One server's hold on a ledger: the ledger, and the file that holds its copy. */
export interface Server {
  readonly ledger: Ledger;
  readonly file: string;
}

/** How a server of the contract may differ from the others. */
export interface ServerSettings {
  /** The copy of a server that was opened before. */
  readonly file?: string;
  readonly kinds?: readonly RecordKind[];
  readonly ddl?: Ddl;
  readonly clock?: () => Date;
}

/** A fresh ledger, to which any number of servers can be started. */
export interface Store {
  server(settings?: ServerSettings): Promise<Server>;
}

export type NewStore = () => Store;

/** An act by Ann, unless it says otherwise. */
export function act(more: Partial<Act> = {}): Act {
  return { name: "work:record", actor: "ann", ...more };
}

/** Records that a test needs and says little about. */
export const given = {
  async project(ledger: Ledger, values: FieldValues = {}): Promise<string> {
    return valueOf(await ledger.commit(act(), (draft) => draft.create(Project, { title: "A project", ...values })));
  },
  async task(ledger: Ledger, values: FieldValues = {}): Promise<string> {
    const projectId = values["projectId"] ?? (await given.project(ledger));
    return valueOf(await ledger.commit(act(), (draft) => draft.create(Task, task({ projectId, ...values }))));
  },
};

/** A task's values, as few as it needs. */
export function task(values: FieldValues): FieldValues {
  return { title: "A task", state: "OPEN", ...values };
}

export function valueOf<Value>({ value }: { readonly value: Value | null }): Value {
  if (value === null) throw new Error("This act was a repeat.");
  return value;
}

/** The problems with which something is refused. */
export async function problemsOf(refused: Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await refused;
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  throw new Error("This was not refused.");
}

/** The codes with which something is refused. */
export async function codesOf(refused: Promise<unknown>): Promise<readonly string[]> {
  return (await problemsOf(refused)).map(({ code }) => code);
}

/** The first entries of a feed; ends it by leaving it. */
export async function firstOf(feed: AsyncGenerator<Entry>, most: number): Promise<Entry[]> {
  const taken: Entry[] = [];
  for await (const entry of feed) {
    taken.push(entry);
    if (taken.length === most) break;
  }
  return taken;
}

/** Every entry that the ledger has. */
export function entriesOf(ledger: Ledger): readonly Entry[] {
  const all: Entry[] = [];
  for (let next = ledger.entriesAfter(0, 1_000); next.length > 0; next = ledger.entriesAfter(all.length, 1_000)) all.push(...next);
  return all;
}

/** Waits until something is so, for a few seconds at most. */
export async function until(isSo: () => boolean): Promise<void> {
  const giveUp = Date.now() + 5_000;
  while (!isSo()) {
    if (Date.now() > giveUp) throw new Error("This did not come about.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
