import { once } from "node:events";
import { buildSchema, type GraphQLSchema } from "graphql";
import { onTestFinished } from "vitest";
import { z } from "zod";
import type { LiveEvent } from "../../src/api/changes/live.ts";
import { refusal } from "../../src/kernel/problem.ts";
import type { Access, Application, Asker, Measures, OpenContext, SignedInPerson, Stream } from "../../src/server/application.ts";
import type { Begun } from "../../src/server/start/beginning.ts";
import { readSettings } from "../../src/server/settings/config.ts";
import { createLog } from "../../src/server/log/log.ts";
import { startServer, type RunningServer } from "../../src/server/http.ts";
import { openLedger } from "../support/ledger.ts";

const typeDefs = /* GraphQL */ `
  scalar Json
  enum Rating { RED AMBER GREEN }
  type Query {
    hello: String
    self: Query
    echo(value: Json): String
    rate(rating: Rating): String
    slow: String
    fail: String
    refuse: String
    never: String!
    secret: Rating
    things(first: Int): ThingConnection
  }
  interface Node { id: ID! }
  type Thing implements Node { id: ID! name: String self: Thing }
  type PageInfo { hasNextPage: Boolean! }
  type ThingConnection { nodes: [Thing!]! pageInfo: PageInfo! }
  type Mutation { rename(to: String!): String }
  type Subscription { ticks(words: String): String! }
  directive @live on QUERY
`;

/** How the resolvers of the test's schema behave. */
export interface Resolving {
  readonly slow?: () => Promise<string>;
  readonly fail?: () => unknown;
  readonly hello?: () => string;
  /** Where the ticks come from that a subscription tells; none unless given. */
  readonly ticks?: (context: StubContext) => AsyncIterable<LiveEvent>;
  /** What a tick says when it is told. */
  readonly tick?: (event: LiveEvent) => unknown;
}

/** What resolvers of the test's schema are given. */
export interface StubContext {
  readonly event: LiveEvent | null;
  readonly stream: Stream | null;
}

function schemaOf({ slow, fail, hello, ticks, tick }: Resolving): GraphQLSchema {
  const schema = buildSchema(typeDefs);
  const resolvers = {
    hello: hello ?? (() => "there"),
    self: () => ({}),
    echo: () => "heard",
    rate: (_: unknown, { rating }: { readonly rating?: unknown }) => String(rating),
    slow: slow ?? (() => "done"),
    fail: fail ?? (() => { throw new Error("SQLITE_ERROR: no such table: milestones in /data/waymark.db"); }),
    refuse: () => { throw refusal("TITLE_TOO_LONG", "This title has 301 characters, and at most 300 fit.", ["title"]); },
    never: () => null,
    secret: () => "Jane Smith",
    rename: () => "renamed",
  };
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field !== undefined) field.resolve = resolve;
  }
  const told = schema.getSubscriptionType()?.getFields()["ticks"];
  if (told !== undefined) {
    told.subscribe = (_: unknown, __: unknown, context: StubContext) => ticks?.(context) ?? never();
    told.resolve = (_: unknown, __: unknown, { event }: StubContext) => (event === null ? null : (tick?.(event) ?? event.told));
  }
  return schema;
}

async function* never(): AsyncGenerator<LiveEvent> {}

/** What happened to the contexts that a test's server opened. */
export class Contexts {
  opened = 0;
  released = 0;
  readonly deadlines: number[] = [];
  readonly askers: (Asker | null)[] = [];
  readonly keys: (string | null)[] = [];
  /** With what every context that is opened from now on is refused. */
  refusal: Error | null = null;
}

/** The one key that opens a test's server. */
export const goodKey = "wmk_good";

/** What a test's server knows of accounts: who has signed in, and who was shut out since. */
export class Accounts {
  readonly people: SignedInPerson[] = [];
  readonly shutOut = new Set<string>();
}

function accessOf(accounts: Accounts, drawers: Access["drawers"]): Access {
  return {
    drawers,
    keyHolder: (secret) => (secret === goodKey ? "ky_good" : null),
    hasAnyKey: () => true,
    mayEnter: (holderId) => !accounts.shutOut.has(holderId),
    signedIn: async (person) => {
      accounts.people.push(person);
      return `${person.issuer}/${person.subject}`;
    },
    localPeople: () => [
      { subject: "LEAD", label: "lead", grants: [{ role: "LEAD", holdsFor: "pr_1" }] },
      { subject: "READER", label: "reader", grants: [{ role: "READER", holdsFor: null }] },
    ],
  };
}

const logLine = z.looseObject({ level: z.string(), msg: z.string() });
export type LogLine = z.output<typeof logLine>;

export interface Running extends RunningServer {
  readonly contexts: Contexts;
  readonly logged: readonly LogLine[];
  readonly accounts: Accounts;
}

export interface Start extends Resolving {
  readonly settings?: Readonly<Record<string, string>>;
  readonly application?: Partial<Application>;
  readonly access?: Partial<Access>;
  readonly release?: () => void;
  /** What listens already. */
  readonly begun?: Begun;
}

/** A server of the test's own, on a port that is free, closed when the test has finished. */
export async function start({ settings, application, access, release, begun, ...resolving }: Start = {}): Promise<Running> {
  const contexts = new Contexts();
  const logged: LogLine[] = [];
  const accounts = new Accounts();
  const { drawers } = await openLedger({ kinds: [], ddl: [] });
  const log = createLog("info", { write: (line) => { logged.push(logLine.parse(JSON.parse(line))); } });
  const openContext: Application["openContext"] = async ({ asker, key, deadline, event = null, stream = null }): Promise<OpenContext> => {
    if (contexts.refusal !== null) throw contexts.refusal;
    contexts.opened += 1;
    contexts.deadlines.push(deadline);
    contexts.askers.push(asker);
    contexts.keys.push(key);
    return {
      value: { event, stream } satisfies StubContext,
      extensions: () => ({ ledger: { entry: 7 } }),
      entry: () => 7,
      release: () => {
        contexts.released += 1;
        release?.();
      },
    };
  };
  const running = await startServer(
    { schema: schemaOf(resolving), openContext, touched: async (_entry, signal) => until(signal), reached: async () => true, readiness: () => ({ ready: true }), measures: async () => NOTHING_MEASURED, exampleQuery: "query Example { hello }", find: () => null, intake: () => null, calendar: async () => null, pages: "no-such-folder", access: { ...accessOf(accounts, drawers), ...access }, ...application },
    readSettings({ PORT: "0", ...settings }),
    log,
    begun,
  );
  onTestFinished(() => running.close());
  return { ...running, contexts, logged, accounts };
}

/** What a server measures that has done nothing yet. */
export const NOTHING_MEASURED: Measures = { head: 0, lagSeconds: 0, written: 0, refused: new Map(), snapshots: 0, past: { graphs: 0, bytes: 0 }, webhooks: null, backup: null };

/** Nothing is ever touched: only the signal ends the waiting. */
async function until(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, "abort");
}

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), path: z.array(z.union([z.string(), z.number()])).optional(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  readonly data: z.output<typeof answer>["data"];
  readonly errors: z.output<typeof answer>["errors"];
  readonly extensions: z.output<typeof answer>["extensions"];
  /** Of the first error. */
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly text: string;
}

/** What the server answers to a query sent as JSON. */
export async function ask(server: RunningServer, query: string, variables?: object, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  return post(server, JSON.stringify({ query, variables }), headers);
}

/** What the server answers to a body, as it stands. */
export async function post(server: RunningServer, body: string | Uint8Array<ArrayBuffer>, headers: Readonly<Record<string, string>> = {}): Promise<Asked> {
  return read(await fetch(`${server.url}/graphql`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } }));
}

export async function read(response: Response): Promise<Asked> {
  const text = await response.text();
  const { data, errors, extensions } = answer.parse(JSON.parse(text));
  const [error] = errors ?? [];
  return { status: response.status, headers: response.headers, data, errors, extensions, code: error?.extensions.code, message: error?.message, text };
}

/** A promise for a test to keep when it likes. */
export class Gate {
  readonly opened: Promise<string>;
  open: (value: string) => void = () => {};
  constructor() {
    this.opened = new Promise((resolve) => { this.open = resolve; });
  }
}
