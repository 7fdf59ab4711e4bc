import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { wordsIn } from "../../src/kernel/phrases.ts";
import type { RecordKind } from "../../src/ledger/concept.ts";
import { ERASED } from "../../src/ledger/entry.ts";
import { projects, Project, Task } from "./world.ts";

/** The small world, in which a project is somebody who can be erased, and tasks are what they do. */
export const Somebody: RecordKind = { ...Project, erasable: { names: [projects.title], leaves: () => ({ title: ERASED, code: null }) } };

export const erasableKinds: readonly RecordKind[] = [Somebody, Task];

/** The words, of some, that stand in the bytes of the file or of any other in its folder, in whatever case and with whatever accents. */
export function wordsInBytes(file: string, words: readonly string[]): string[] {
  const folder = dirname(file);
  const texts = readdirSync(folder).map((name) => wordsIn(readFileSync(join(folder, name), "utf8")).join(" "));
  return words.filter((word) => texts.some((text) => text.includes(wordsIn(word).join(" "))));
}
