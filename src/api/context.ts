import type { Day } from "../kernel/day.ts";
import type { Graph } from "../ledger/graph.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Lease, Moment } from "../ledger/snapshot.ts";
import type { LiveEvent } from "./changes/live.ts";
import { Loaded } from "./loaded.ts";
import { Pace, timedOut } from "./pace.ts";
import type { Standards } from "./act/standard.ts";
import type { Permissions } from "./access/permission.ts";
import type { Standpoint } from "./moment/standpoint.ts";
import type { Viewer } from "./access/viewer.ts";

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
  /** What it has loaded. */
  readonly loaded: Loaded;
  /** How it shares the server with all others. */
  readonly pace: Pace;
  /** What an act takes; null where nothing can be written. */
  readonly desk: Desk | null;
  /** What a subscription takes; null where there is no stream to tell anything over. */
  readonly live: Live | null;
  /** What a subscription tells with this answer. */
  readonly event: LiveEvent | null;
}

/** What a request that writes takes beside what it reads. */
export interface Desk {
  readonly ledger: Ledger;
  /** The same that the request reads at: its own act moves it on. */
  readonly standpoint: Standpoint;
  /** What whoever asks may do as a graph has it: an act is judged by the roles of the moment at which it is written, not of that at which it was sent. */
  readonly viewerIn: (graph: Graph) => Viewer;
  readonly permissions: Permissions;
  readonly standards: Standards;
  /** What the client calls this act, so that it is done once: its Idempotency-Key. */
  readonly key: string | null;
  /** Where the act is not one of today; left out where it is. */
  readonly occasion?: Occasion;
}

/** When an act counts from that belongs to the founding history, before anything is recorded live, and whether it is only an example. */
export interface Occasion {
  readonly at: string;
  readonly isExample: boolean;
}

/** What a subscription takes: it outlives the request that began it, and reads anew each time. */
export interface Live {
  /** Reads at the head, as whoever asked may see it then. */
  read<Result>(work: (context: Context) => Result): Promise<Result>;
  /** Resolves once there is something behind an entry, or when whoever asked has gone. */
  beyond(entry: number): Promise<void>;
  /** Says when whoever asked has gone. */
  readonly signal: AbortSignal;
  /** The cursor that their last connection came to, where it says so itself: it goes before the one that was asked for. */
  readonly resumeAfter: string | null;
}

/** A request at a moment, with nothing loaded yet. */
export function openContext(request: Pick<Context, "moment" | "viewer" | "smallNumber" | "today" | "deadline"> & Partial<Pick<Context, "desk" | "live" | "event">>): Context {
  const { moment, viewer, smallNumber, today, deadline, desk = null, live = null, event = null } = request;
  return { moment, viewer, smallNumber, today, deadline, desk, live, event, loaded: new Loaded(), pace: new Pace(deadline) };
}

/** The same request with nothing loaded yet: what was loaded goes with the context before. */
export function afresh(context: Context): Context {
  return openContext(context);
}

/** From now on the request reads there, and what it had loaded it loads anew. */
export function moveTo(context: Context, { standpoint }: Desk, lease: Lease): void {
  standpoint.moveTo(lease);
  context.loaded.clear();
}

/** The graph to read from, as long as the request's time has not run out: every statement passes here. */
export function reading(context: Context): Graph {
  if (performance.now() > context.deadline) throw timedOut();
  return context.moment.graph;
}
