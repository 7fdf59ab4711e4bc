import type { GraphQLSchema } from "graphql";
import { viewerFor } from "./access.ts";
import { openContext } from "../api/context.ts";
import { Fault } from "../api/fault/fault.ts";
import { Addresses, SCHEMA_ADDRESS } from "../feeds/addresses.ts";
import type { Feed } from "../feeds/feed.ts";
import type { Imports } from "../feeds/import/imports.ts";
import { tagOf } from "../feeds/tag.ts";
import { londonDay } from "../kernel/day.ts";
import type { AskedMoment } from "../kernel/moment.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { Lease } from "../ledger/snapshot.ts";
import { concepts, flatTables } from "../schema.ts";
import type { Application, Download, OpenDownload } from "../server/application.ts";
import type { Settings } from "../server/settings/config.ts";

type Opening = Parameters<Download["open"]>[0];

/** What is found at addresses beside the graph, read from the ledger at its head or at the moment that is asked for. */
export function downloadsOver(ledger: Ledger, schema: GraphQLSchema, settings: Pick<Settings, "smallNumber" | "operations">, imports: Pick<Imports, "tables">): Application["find"] {
  const addresses = new Addresses(schema, concepts.flatMap(({ kinds }) => kinds), flatTables, imports);
  return (path, base) => {
    if (path === SCHEMA_ADDRESS && !settings.operations.introspection) return { ask: refuseSchema };
    const found = addresses.at(path, base);
    if (found === null || !("ask" in found)) return found;
    return {
      ask: (query) => {
        const feed = found.ask(query);
        return { type: feed.type, fileName: feed.fileName, open: (request) => opened(ledger, feed, request, settings) };
      },
    };
  };
}

function refuseSchema(): never {
  throw new Fault("INTROSPECTION_OFF", "This server does not tell its schema. Whoever runs it can turn that on with INTROSPECTION=true.", { http: { status: 403 } });
}

/** Who may see what is judged by the roles of today, whatever moment is read. */
async function opened(ledger: Ledger, feed: Feed, { asker, deadline }: Opening, { smallNumber }: Pick<Settings, "smallNumber">): Promise<OpenDownload> {
  const moment = feed.asAt === null ? ledger.lease() : await at(ledger, feed.asAt, deadline);
  try {
    const today = londonDay(new Date());
    const context = openContext({ moment, viewer: viewerFor(moment, asker, today), smallNumber, today, deadline });
    return { tag: tagOf(feed, context), entry: moment.number, content: () => feed.content(context), release: () => { moment.release(); } };
  } catch (error) {
    moment.release();
    throw error;
  }
}

/** The graph at a moment, waited for as long as the download may take. */
async function at(ledger: Ledger, asked: AskedMoment, deadline: number): Promise<Lease> {
  const signal = AbortSignal.timeout(Math.max(1, Math.ceil(deadline - performance.now())));
  try {
    return await ledger.at(asked, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw new Fault("OPERATION_TIMED_OUT", "To go back to that moment took longer than a download may take. Try again in a moment.", { http: { status: 503 } });
  }
}
