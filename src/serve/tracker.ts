import type { GraphQLSchema } from "graphql";
import { momentAsked, readAt } from "../api/moment/as-at.ts";
import { openContext, type Context, type Live } from "../api/context.ts";
import { graphSchema } from "../api/schema.ts";
import { searchIndex } from "../api/search/index-ddl.ts";
import type { Viewer } from "../api/access/viewer.ts";
import { Standpoint } from "../api/moment/standpoint.ts";
import { accessOver, viewerFor } from "./access.ts";
import { AsItStands } from "./as-it-stands.ts";
import { calendarsOver } from "./calendars.ts";
import { downloadsOver } from "./downloads.ts";
import { permissions } from "../domain/partners/access/permissions.ts";
import { measuresOf } from "./measures.ts";
import { intakesOver } from "./intakes.ts";
import { foundingDocuments } from "../documents/founding.ts";
import { loadActs, type ActsLoaded } from "../feeds/import/acts.ts";
import { Imports } from "../feeds/import/imports.ts";
import { endOfLondonDay, londonDay, type Day } from "../kernel/day.ts";
import { writtenInstant } from "../kernel/instant.ts";
import { programFile } from "../kernel/program-file.ts";
import type { RecordKind } from "../ledger/concept.ts";
import { readDdl } from "../ledger/ddl.ts";
import type { Graph } from "../ledger/graph.ts";
import type { Journal } from "../ledger/journal.ts";
import { allDerived, keptCounts } from "../ledger/kept.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { LedgerSettings } from "../ledger/ledger-settings.ts";
import type { Lease } from "../ledger/snapshot.ts";
import { concepts, flatTables, importables, standards } from "../schema.ts";
import type { Application, ContextRequest, OpenContext, Stream } from "../server/application.ts";
import type { Settings } from "../server/settings/config.ts";

const GRAPH = programFile("drizzle/graph");

/** What the programme's graph is made of. */
export function programmeGraph(): Required<Pick<LedgerSettings, "kinds" | "ddl" | "derived">> {
  const kinds = concepts.flatMap((concept): readonly RecordKind[] => concept.kinds);
  return { kinds, ddl: readDdl(GRAPH), derived: allDerived([searchIndex(kinds), ...concepts.flatMap(({ kept = [] }) => kept).map(keptCounts)]) };
}

/** The ledger in a file, or this server's copy of the one in a database, with the graph of the programme's concepts. */
export async function openLedger(file: string, { past, stopped, takingOver, setAside, journal = null }: Pick<LedgerSettings, "past" | "stopped" | "takingOver" | "setAside"> & Partial<Pick<Settings, "journal">> = {}): Promise<Ledger> {
  const { kinds, ddl, derived } = programmeGraph();
  return Ledger.open({ file, kinds, ddl, derived, past, stopped, takingOver, setAside, journal: journal === null ? undefined : await openJournal(journal) });
}

/** What talks to PostgreSQL is loaded where there is one. */
async function openJournal(address: string): Promise<Journal> {
  const { PostgresJournal } = await import("../ledger/postgres/postgres-journal.ts");
  return PostgresJournal.open(address);
}

/** Loads what of the five documents and the reference facts is not in the ledger yet. Those that do not say when they became known did so today, or on another day that is given. */
export async function loadFoundingDocuments(ledger: Ledger, knownOn?: Day): Promise<ActsLoaded[]> {
  const founding = !ledger.isLive();
  // Acts are decided in the order in which they are handed in, so the files may wait for the disk together.
  return Promise.all(foundingDocuments().map(async (text) => loadActs(ledger, text, { actor: "founding-import", founding, standards, ...(knownOn === undefined ? {} : { knownOn }) })));
}

let schema: Promise<GraphQLSchema> | null = null;

/** The schema of the programme. It depends on nothing but the code, so a process builds it once. */
export async function programmeSchema(): Promise<GraphQLSchema> {
  schema ??= graphSchema(concepts, permissions);
  return schema;
}

/** What the server serves: the schema over a ledger. */
export async function applicationOver(ledger: Ledger, settings: Pick<Settings, "smallNumber" | "limits" | "operations">): Promise<Application> {
  const schema = await programmeSchema();
  const imports = new Imports(schema, concepts.flatMap(({ kinds }) => kinds), flatTables, importables);
  const downloads = downloadsOver(ledger, schema, settings, imports);
  const served: Served = { ledger, schema, smallNumber: settings.smallNumber, viewers: new AsItStands() };
  return {
    schema,
    find: (path, base) => downloads(path, base) ?? imports.find(path, base),
    intake: intakesOver(ledger, imports, settings),
    calendar: calendarsOver(ledger, settings),
    exampleQuery: EXAMPLE_QUERY,
    pages: programFile("dist/web"),
    readiness: () => readinessOf(ledger),
    measures: async () => measuresOf(ledger),
    access: accessOver(ledger),
    openContext: async (request) => contextOn(served, request, await ledger.leaseTogether()),
    touched: async (entry, signal) => touched(ledger, entry, signal),
    reached: async (entry, signal) => {
      if (ledger.head() < entry) await ledger.beyond(entry - 1, signal);
      return ledger.head() >= entry;
    },
  };
}

/** What requests are answered from. */
interface Served extends Pick<Settings, "smallNumber"> {
  readonly ledger: Ledger;
  readonly schema: GraphQLSchema;
  readonly viewers: AsItStands<Viewer>;
}

function contextOn(served: Served, request: ContextRequest, lease: Lease): OpenContext & { readonly value: Context } {
  const { ledger, schema, smallNumber, viewers } = served;
  const { asker, key, deadline, stream, event = null } = request;
  const standpoint = new Standpoint(lease);
  try {
    const today = londonDay(new Date());
    const viewer = (): Viewer => viewerFor(standpoint, asker, today);
    const viewerNow = asker === null ? viewer() : viewers.find(standpoint.number, today, asker.holderId, viewer);
    const viewerIn = (graph: Graph): Viewer => viewerFor({ ledger: graph, graph }, asker, today);
    const desk = { ledger, standpoint, viewerIn, permissions, standards, key };
    const opened = openContext({ moment: standpoint, viewer: viewerNow, smallNumber, today, deadline, desk, event, live: stream === undefined ? null : liveOver(served, stream, request) });
    // Resolvers are given this, or Apollo's copy of it: once that reads another moment, what is told here is of that.
    let isOfThePast = false;
    return {
      value: opened,
      prepare: async (value, operation, variables) => {
        const asked = momentAsked(schema, operation, variables);
        if (asked === null) return;
        isOfThePast = true;
        // oxlint-disable-next-line no-unsafe-type-assertion -- see above
        await readAt(value as Context, asked, viewer);
      },
      extensions: () => ({ ledger: { ...readAtEntry(standpoint), ...apart(ledger) } }),
      entry: () => standpoint.number,
      circumstances: () => (isOfThePast || event !== null ? null : { entry: standpoint.number, rest: `${today} ${londonDay(new Date(standpoint.clock))} ${inWords(opened.viewer)}` }),
      release: () => { standpoint.release(); },
    };
  } catch (error) {
    standpoint.release();
    throw error;
  }
}

const viewersInWords = new WeakMap<Viewer, string>();

/** All that whoever asks may see, as a text: two with the same may see the same. */
function inWords(viewer: Viewer): string {
  const words = viewersInWords.get(viewer) ?? JSON.stringify(viewer);
  viewersInWords.set(viewer, words);
  return words;
}

/** Where an answer was read: after which entry, when that counts from, and until when nothing else had been recorded. */
function readAtEntry({ number, instant, clock }: Standpoint): Record<string, unknown> {
  return { entry: number, moment: instant, clock: writtenInstant(clock) };
}

/** Since when others may have recorded what is not in an answer, as the database that the servers share cannot be reached, or not be followed; nothing while it can. */
function apart(ledger: Ledger): Record<string, unknown> {
  const since = ledger.apartSince();
  return since === null ? {} : { apartSince: since.toISOString() };
}

/** What a subscription takes: each of its readings is one at the head of its time, as whoever asked may see it then. */
function liveOver(served: Served, stream: Stream, { asker }: ContextRequest): Live {
  const { signal, resumeAfter, deadline } = stream;
  return {
    signal,
    resumeAfter,
    beyond: async (entry) => served.ledger.beyond(entry, signal),
    read: async (work) =>
      stream.inTurn(async () => {
        const opened = contextOn(served, { asker, key: null, deadline: deadline() }, served.ledger.lease());
        try {
          return work(opened.value);
        } finally {
          opened.release();
        }
      }),
  };
}

/** What was read on a day may read otherwise on the next, whatever was recorded: whether something is due, say. */
async function touched(ledger: Ledger, entry: number, signal: AbortSignal): Promise<void> {
  const midnight = new AbortController();
  const untilMidnight = Date.parse(endOfLondonDay(londonDay(new Date()))) + 1 - Date.now();
  const timer = setTimeout(() => { midnight.abort(); }, untilMidnight).unref();
  try {
    await ledger.beyond(entry, AbortSignal.any([signal, midnight.signal]));
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the ledger can be read, and is still followed. */
function readinessOf(ledger: Ledger): ReturnType<Application["readiness"]> {
  const behind = ledger.behind();
  if (behind !== null && behind !== undefined) return { ready: false, reason: behind instanceof Error ? behind.message : "The ledger is followed no more." };
  try {
    ledger.lease().release();
    return { ready: true, ...apart(ledger) };
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.message : "The ledger cannot be read." };
  }
}

/** What the explorer opens on. */
export const EXAMPLE_QUERY = `# Where each programme stands: its workstreams, what they wait for, and its milestones.
# Press Ctrl+Enter to run it; Ctrl+Space shows what else can be asked.
query Programmes($on: Day) {
  programmes(first: 10) {
    nodes {
      name
      place { name }
      host { name }
      workstreams(first: 10) {
        nodes { name status blockedBy(on: $on) { missing } }
      }
      milestones(first: 20) {
        totalCount
        nodes {
          title
          due { plain }
          timing(on: $on)
          provenance(field: "baseline") { source { title } line quote }
        }
      }
    }
  }
}
`;
