import type DataLoader from "dataloader";
import type { Day } from "../kernel/day.ts";
import type { Graph } from "../ledger/graph.ts";
import type { Moment } from "../ledger/snapshot.ts";
import type { Viewer } from "./viewer.ts";
import { Fault } from "./fault.ts";

/** One request: it reads one entry from beginning to end. */
export interface Context {
  /** What is read. Its graph is taken through `reading`, which keeps the time limit. */
  readonly moment: Moment;
  readonly viewer: Viewer;
  /** `SMALL_NUMBER`: counts of people below it are withheld from the public. */
  readonly smallNumber: number;
  /** The day that is in London. */
  readonly today: Day;
  /** When the request has to have ended: a reading of `performance.now()`. */
  readonly deadline: number;
  /** The DataLoaders of this request, by what they load. */
  readonly loaders: Map<unknown, DataLoader<string, unknown>>;
}

/** A request at a moment, with nothing loaded yet. */
export function openContext(request: Pick<Context, "moment" | "viewer" | "smallNumber" | "today" | "deadline">): Context {
  return { ...request, loaders: new Map() };
}

/** The graph to read from, as long as the request's time has not run out: every statement passes here. */
export function reading(context: Context): Graph {
  if (performance.now() > context.deadline) {
    throw new Fault("OPERATION_TIMED_OUT", "This took longer than one request may take. Ask for fewer records at a time, or for less about each.");
  }
  return context.moment.graph;
}
