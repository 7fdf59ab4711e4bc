import { openForReading } from "./file.ts";
import { Graph } from "./graph.ts";
import { lastInCommon, type Hashed } from "./in-common.ts";
import { entryNumbered, ledgerEnd } from "./reading.ts";

/** Entries that a copy has and its journal does not, and where the copy was put that has them. */
export interface Lost {
  readonly from: number;
  readonly to: number;
  readonly file: string;
}

/** Which entries of a copy its journal does not know. */
export async function lostFrom(file: string, journal: Hashed): Promise<Omit<Lost, "file">> {
  const sqlite = openForReading(file);
  try {
    const graph = new Graph(sqlite);
    const { number } = ledgerEnd(graph);
    const copy: Hashed = { hashOf: async (entry) => Promise.resolve(entryNumbered(graph, entry)?.hash ?? null) };
    return { from: (await lastInCommon(copy, journal, number)) + 1, to: number };
  } finally {
    sqlite.close();
  }
}
