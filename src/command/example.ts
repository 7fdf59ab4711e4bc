import "reflect-metadata";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { execute, getNamedType, getNullableType, isInputObjectType, isListType, isObjectType, parse, type GraphQLArgument, type GraphQLField, type GraphQLSchema, type GraphQLType } from "graphql";
import { localPeople } from "../serve/access.ts";
import { openContext, type Occasion } from "../api/context.ts";
import { Standpoint } from "../api/moment/standpoint.ts";
import { permissions } from "../domain/partners/access/permissions.ts";
import { signedIn, viewerOf } from "../domain/partners/access/signing-in.ts";
import { Calendar } from "../documents/example-year/calendar.ts";
import type { Part, Sent, Step } from "../documents/example-year/script.ts";
import { exampleYear } from "../documents/example-year/year.ts";
import { newId } from "../kernel/identity.ts";
import type { Day } from "../kernel/day.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { standards } from "../schema.ts";
import { localIssuer } from "../server/sign-in/links.ts";
import { loadFoundingDocuments, openLedger, programmeSchema } from "../serve/tracker.ts";

/** Makes the ledger of the example year in a file, wholly or not at all. One that is there already stays as it is. */
export async function makeExampleYear(file: string, today: Day): Promise<void> {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true });
  const making = `${file}.making`;
  for (const each of filesOf(making)) rmSync(each, { force: true });
  const ledger = await openLedger(making);
  try {
    await playExampleYear(ledger, today);
  } finally {
    await ledger.close();
  }
  for (const each of filesOf(making).filter((name) => existsSync(name))) renameSync(each, each.replace(making, file));
}

/** A file of SQLite, what it has written beside it last, so that the file itself comes last too. */
function filesOf(file: string): string[] {
  return [`${file}-wal`, `${file}-shm`, file];
}

/**
 * Writes the documents, and after them the example year that ends on a day, into an empty ledger as its founding history:
 * each act through the public mutation, by an account that may do it, at its own time. What it writes is marked as an example.
 */
export async function playExampleYear(ledger: Ledger, today: Day): Promise<void> {
  const calendar = new Calendar(today);
  await loadFoundingDocuments(ledger, calendar.before());
  const player = new Player(ledger, await programmeSchema(), calendar);
  for (const step of exampleYear(calendar)) await player.play(step);
}

/** A record that answers, as far as its fields were asked for. */
type Answer = Readonly<Record<string, unknown>>;

class Player {
  private readonly ledger: Ledger;
  private readonly schema: GraphQLSchema;
  private readonly calendar: Calendar;
  private readonly accounts = new Map<Part, string>();
  private readonly ids = new Map<string, string>();
  private played = 0;

  constructor(ledger: Ledger, schema: GraphQLSchema, calendar: Calendar) {
    this.ledger = ledger;
    this.schema = schema;
    this.calendar = calendar;
  }

  /** Does a step, and fails where it does not come out as the script says. */
  async play(step: Step): Promise<void> {
    const field = this.schema.getMutationType()?.getFields()[step.act];
    if (field === undefined) throw new Error(`There is no mutation ${step.act}.`);
    const own = field.args.filter(({ name }) => !COMMON.has(name));
    const [only, ...others] = own;
    const sent = only !== undefined && others.length === 0 ? { [only.name]: step.sent } : step.sent;
    const args = await this.filled(step, own, sent);
    const answer = await this.ask(step, documentFor(field, own, step.select), { ...args, reason: step.reason ?? null, citations: step.citations === undefined ? null : await this.walk(step, step.citations, null) });
    const payload = objectIn(answer[step.act]);
    const codes = listIn(payload["problems"]).map((problem) => String(objectIn(problem)["code"]));
    if (step.refused === undefined ? codes.length > 0 : !codes.includes(step.refused)) {
      throw new Error(`${step.act} of month ${step.on.join(", day ")} came out as ${JSON.stringify(payload["problems"])}.`);
    }
    const record = payload["record"];
    if (step.named !== undefined) this.ids.set(step.named, String(objectIn(record)["id"]));
    for (const [name, path] of Object.entries(step.names ?? {})) this.ids.set(name, String(objectIn(found(record, path))["id"]));
  }

  /** The arguments as they are sent: names as ids, and versions as read just before. */
  private async filled(step: Step, own: readonly GraphQLArgument[], sent: Sent): Promise<Answer> {
    const values = isObject(sent) ? sent : {};
    const args = Object.fromEntries(await Promise.all(own.filter(({ name }) => name in values).map(async ({ name, type }) => [name, await this.walk(step, values[name] ?? null, type)] as const)));
    return own.some(({ name }) => name === "expectedVersion") && values["expectedVersion"] === undefined ? { ...args, expectedVersion: await this.versionOf(step, String(args["id"])) } : args;
  }

  private async walk(step: Step, value: Sent, type: GraphQLType | null): Promise<unknown> {
    if (typeof value === "string") return this.idFor(value);
    if (isList(value)) return Promise.all(value.map(async (item) => this.walk(step, item, type)));
    if (!isObject(value)) return value;
    const named = type === null ? null : getNamedType(type);
    const fields = isInputObjectType(named) ? named.getFields() : {};
    const entries = await Promise.all(Object.entries(value).map(async ([name, each]) => [name, await this.walk(step, each, fields[name]?.type ?? null)] as const));
    const walked = Object.fromEntries(entries);
    const isVersionWanted = fields["expectedVersion"]?.type.toString().endsWith("!") === true && walked["expectedVersion"] === undefined;
    return isVersionWanted ? { ...walked, expectedVersion: await this.versionOf(step, String(walked["id"] ?? walked["signature"])) } : walked;
  }

  /** Of a name, the id that it stands for; other words stay as they are. */
  private idFor(word: string): string {
    const [, type, ref] = /^@([A-Z][A-Za-z]*):(.+)$/.exec(word) ?? [];
    const kind = this.ledger.kinds.find((each) => each.type === type);
    if (kind !== undefined && type !== undefined && ref !== undefined) return newId(kind.prefix, `${type}/${ref}`);
    return word.startsWith("@") ? (this.ids.get(word.slice(1)) ?? word) : word;
  }

  private async versionOf(step: Step, id: string): Promise<number> {
    const { node } = await this.ask(step, "query ($id: ID!) { node(id: $id) { ... on Record { version } } }", { id });
    return Number(objectIn(node)["version"]);
  }

  /** Asks the graph as whoever acts, on the day on which they act. */
  private async ask(step: Step, document: string, variableValues: Answer): Promise<Answer> {
    const occasion = this.occasionOf(step);
    const accountId = await this.account(step.as, occasion);
    const standpoint = new Standpoint(this.ledger.lease());
    try {
      const today = this.calendar.day(...step.on);
      const contextValue = openContext({
        moment: standpoint, viewer: viewerOf(standpoint.graph, accountId, today), smallNumber: 5, today, deadline: Number.POSITIVE_INFINITY,
        desk: { ledger: this.ledger, standpoint, viewerIn: (graph) => viewerOf(graph, accountId, today), permissions, standards, key: step.key ?? null, occasion },
      });
      const { data, errors } = await execute({ schema: this.schema, document: parse(document), contextValue, variableValues });
      if (errors !== undefined) throw new Error(`${step.act} of month ${step.on.join(", day ")}: ${errors.map(({ message }) => message).join(" ")}`);
      return objectIn(data);
    } finally {
      standpoint.release();
    }
  }

  /** Acts of one day follow one another, a second apart. */
  private occasionOf({ on }: Step): Occasion {
    this.played += 1;
    return { at: new Date(Date.parse(`${this.calendar.day(...on)}T09:00:00.000Z`) + this.played * 1_000).toISOString(), isExample: true };
  }

  /** The account of somebody who plays a part: the one into which the link for that part signs in. */
  private async account(part: Part, { at }: Occasion): Promise<string> {
    const known = this.accounts.get(part);
    if (known !== undefined) return known;
    const lease = this.ledger.lease();
    const person = localPeople(lease.graph).find(({ subject }) => subject === part);
    lease.release();
    if (person === undefined) throw new Error(`Nobody plays ${part} yet.`);
    const { label, ...local } = person;
    const id = await signedIn(this.ledger, { ...local, issuer: localIssuer, displayName: `Local ${label}` }, at);
    this.accounts.set(part, id);
    return id;
  }
}

const COMMON: ReadonlySet<string> = new Set(["dryRun", "reason", "citations"]);

function documentFor({ name, type }: GraphQLField<unknown, unknown>, own: readonly GraphQLArgument[], select = ""): string {
  const payload = getNamedType(type);
  const record = isObjectType(payload) ? Object.values(payload.getFields()).find((each) => isRecord(each.type)) : undefined;
  const variables = [...own.map((each) => `$${each.name}: ${each.type.toString()}`), "$reason: String", "$citations: [CitationInput!]"];
  const args = [...own.map((each) => each.name), "reason", "citations"].map((each) => `${each}: $${each}`);
  const answers = record === undefined ? "" : ` record: ${record.name} { ... on Node { id } ${select} }`;
  return `mutation (${variables.join(", ")}) { ${name}(${args.join(", ")}) { problems { code message path }${answers} } }`;
}

/** Whether it is one record: what else an act made stands in a list. */
function isRecord(type: GraphQLType): boolean {
  if (isListType(getNullableType(type))) return false;
  const named = getNamedType(type);
  return named.name === "Record" || (isObjectType(named) && named.getInterfaces().some(({ name }) => name === "Record"));
}

function found(record: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, key) => (Array.isArray(at) ? listIn(at)[Number(key)] : objectIn(at)[key]), record);
}

function objectIn(value: unknown): Answer {
  // oxlint-disable-next-line no-unsafe-type-assertion -- an answer of the graph: objects, lists and words
  return typeof value === "object" && value !== null ? (value as Answer) : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isList(value: Sent): value is readonly Sent[] {
  return Array.isArray(value);
}

function isObject(value: Sent): value is { readonly [field: string]: Sent } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
