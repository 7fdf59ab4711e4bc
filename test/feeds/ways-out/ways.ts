import { inflateRawSync } from "node:zlib";
import { z } from "zod";
import { tables } from "../../support/tables.ts";
import type { HiddenWorld } from "./hidden-world.ts";
import { calendarsOf } from "./calendar-way.ts";
import { askedByPages } from "./pages-operations.ts";
import type { Visitor } from "./visitor.ts";
import { toldByWebhook } from "./webhook-way.ts";

/**
 * A way on which records leave this server. Whoever adds one adds it here: what it covers is checked against the folders of
 * `src/feeds`, the addresses in the sources and the fields of the subscription.
 */
export interface Way {
  readonly name: string;
  /** Folders of src/feeds, addresses as they stand in the sources, and root fields of subscriptions. */
  readonly covers: readonly string[];
  /** Whether it shows every record that has a table, to everybody who may see it; else it shows some of them. */
  readonly showsAll: boolean;
  /** Why nothing of any record stands in it, where that is so whoever asks. */
  readonly tellsOf?: string;
  /** Whether it is walked for those alone from whom most is hidden, as it takes long; in CI for everybody. */
  readonly isLong?: true;
  /** Everything that comes out of it for somebody, as text in which ids and words can be looked for: unpacked, unfolded, unescaped. */
  readonly texts: (visitor: Visitor, world: HiddenWorld) => Promise<readonly string[]>;
}

const page = z.object({ changes: z.object({ cursor: z.string(), hasNextPage: z.boolean(), nodes: z.array(z.unknown()) }) });

async function eachTable(visitor: Visitor, extension: string): Promise<string[]> {
  return Promise.all(tables.filter(({ name }) => !GENERAL.has(name)).map(async ({ name }) => visitor.get(`/tables/${name}.${extension}`)));
}

/** Tables that say nothing of any record. */
const GENERAL = new Set(["dates", "dictionary", "codes"]);

export const ways: readonly Way[] = [
  { name: "tables as JSON", covers: ["tables", "/tables", "/tables/<name>.<format>"], showsAll: true, texts: async (visitor) => eachTable(visitor, "json") },
  { name: "tables as CSV", covers: ["tables"], showsAll: true, isLong: true, texts: async (visitor) => eachTable(visitor, "csv") },
  { name: "tables as NDJSON, with where it comes from", covers: ["tables"], showsAll: true, isLong: true, texts: async (visitor) => Promise.all(tables.filter(({ parameters }) => parameters.some(({ name }) => name === "provenance")).map(async ({ name }) => visitor.get(`/tables/${name}.ndjson?provenance=true`))) },
  { name: "what tells of tables", covers: ["tables", "/tables", "/openapi.json", "/waymark.pbids", "/schema.graphql"], showsAll: false, tellsOf: "columns, codes and types alone", texts: async (visitor) => Promise.all(["/tables", "/tables/dictionary.csv", "/tables/codes.csv", "/openapi.json", "/waymark.pbids", "/tables/milestones.pbids", "/schema.graphql"].map(visitor.get)) },
  { name: "the workbook", covers: ["workbook", "/waymark.xlsx"], showsAll: true, isLong: true, texts: async (visitor) => unpacked(await visitor.bytes("/waymark.xlsx?provenance=true")) },
  { name: "360Giving", covers: ["giving", "/360giving/grants.json", "/360giving/grants.csv", "/360giving/withheld.json"], showsAll: false, texts: async (visitor) => Promise.all(["/360giving/grants.json", "/360giving/grants.csv", "/360giving/withheld.json"].map(visitor.get)) },
  { name: "verdicts on rows that are sent in", covers: ["import", "/imports"], showsAll: false, tellsOf: "what was sent, which is no news to whoever sent it", texts: imports },
  { name: "the feed of changes", covers: ["/graphql"], showsAll: true, texts: changes },
  {
    name: "what is told as it happens", covers: ["/graphql", "Subscription.changed"], showsAll: true, isLong: true,
    texts: async (visitor) => {
      const all = (await changes(visitor)).flatMap((text) => text.match(/"seq":/g) ?? []).length;
      // A stream is begun behind a cursor: the first change is what it stands behind.
      const first = await visitor.data(`query { changes(first: 1) { cursor hasNextPage nodes { ${CHANGE} } } }`);
      const { cursor, nodes } = page.parse(first).changes;
      return [JSON.stringify(first), await visitor.stream(`subscription ($after: String) { changed(after: $after) { ${CHANGE} } }`, { after: cursor }, all - nodes.length)];
    },
  },
  { name: "a query that is answered again", covers: ["/graphql"], showsAll: false, texts: async (visitor) => [await visitor.stream("query Board @live { milestones(first: 100) { totalCount nodes { id title called } } programmes(first: 100) { nodes { id name } } }", {}, 1)] },
  { name: "calendars", covers: ["calendar", "/calendars"], showsAll: false, texts: calendarsOf },
  { name: "webhooks", covers: ["webhooks"], showsAll: false, texts: toldByWebhook },
  { name: "search", covers: ["/graphql"], showsAll: false, texts: async (visitor, { marked }) => Promise.all([...new Set(marked.map(({ which }) => which)), "milestone title", "organisation name"].map(async (words) => visitor.ask("query ($words: String!) { search(query: $words, first: 100) { totalCount nodes { record { id called } } } }", { words }))) },
  { name: "what moved between two moments", covers: ["/graphql"], showsAll: false, texts: async (visitor, { world }) => [await visitor.ask("query ($to: Moment) { changesBetween(from: 1, to: $to) { markdown } }", { to: world.ledger.head() })] },
  { name: "what the pages ask", covers: ["/graphql", "/"], showsAll: false, isLong: true, texts: askedByPages },
];

/** Addresses and folders from which no record leaves, and why. */
export const withoutRecords: Readonly<Record<string, string>> = {
  "/health": "says only whether the server is there",
  "/metrics": "numbers by names that are known before: its own tests send it what is not",
  "/explore": "a program that asks /graphql as whoever uses it",
  "/sign-in": "says who somebody is to themselves",
  "/sign-out": "ends a sign-in",
  "/docs": "guides, the same for everybody, made when the pages are built",
  "/assets": "programs and styles of the pages, the same for everybody",
};

const CHANGE = "seq act actor reason type id op changedFields before after record { id called }";

async function changes(visitor: Visitor): Promise<string[]> {
  const texts: string[] = [];
  for (let after: string | null = null, hasMore = true; hasMore; ) {
    const text = await visitor.data(`query ($after: String) { changes(after: $after, first: 100) { cursor hasNextPage nodes { ${CHANGE} } } }`, { after });
    texts.push(JSON.stringify(text));
    ({ cursor: after, hasNextPage: hasMore } = page.parse(text).changes);
  }
  return texts;
}

/**
 * What is said of rows that name hidden records, by id and by name, as somebody might try who guesses; and what tells how to fill them in.
 * What they sent themselves is no news to them: of what was named by id, words are looked for, and ids of what was named by words.
 */
async function imports(visitor: Visitor, { marked }: HiddenWorld): Promise<string[]> {
  const described = await Promise.all([visitor.get("/imports"), visitor.get("/imports/milestones/columns.csv")]);
  const template = (await visitor.get("/imports/milestones/template.csv")).replace("\uFEFF", "").split("\r\n")[0] ?? "";
  const columns = template.split(",");
  const hidden = marked.filter(({ type, which }) => which !== "open" && ["Milestone", "Programme", "Workstream", "Organisation", "HealthIntegrationTeam"].includes(type));
  const verdicts = async (cell: (one: (typeof hidden)[number], column: string) => string): Promise<string> => {
    const rows = hidden.map((one) => columns.map((column) => cell(one, column)).join(","));
    return visitor.post("/imports/milestones?dryRun=true", "text/csv", [template, ...rows, ""].join("\r\n"));
  };
  const byId = await verdicts(({ id }, column) => (column.endsWith("id") ? id : ""));
  const byName = await verdicts(({ type, which }, column) => (/name$|^title$|programme|workstream|owner/.test(column) && !column.endsWith("id") ? `${type} ${type === "Milestone" ? "title" : "name"} ${which}` : ""));
  return [...described, hidden.reduce((text, { id }) => text.replaceAll(id, ""), byId), byName.replaceAll(/\b[A-Z]\w+ (?:title|name) (?:members|draft|leaning)\b/g, "")];
}

/** The parts of a zip file, each as text. */
function unpacked(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const texts: string[] = [];
  for (let [entry, left] = [zip.readUInt32LE(end + 16), zip.readUInt16LE(end + 10)]; left > 0; left -= 1) {
    const [size, names, header] = [zip.readUInt32LE(entry + 20), zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32), zip.readUInt32LE(entry + 42)];
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const bytes = zip.subarray(start, start + size);
    texts.push((zip.readUInt16LE(entry + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"));
    entry += 46 + names;
  }
  return texts;
}
