import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { holding, openWorld } from "../../support/domain-world.ts";

const RECORD = `mutation ($records: [RecordInput!]!, $citations: [CitationInput!]) { record(records: $records, citations: $citations) {
  entry record { provenance { quote line source { id } } } problems { code path }
} }`;
const text = "The report\nStaff of the council were trained in May 2023.";

async function quoting() {
  const world = await openWorld();
  const system = await world.given.place({ level: "SYSTEM" });
  const source = await world.given.source({ systemId: system, sha256: createHash("sha256").update(text, "utf8").digest("hex") });
  const office = holding("OFFICE", system, system);
  const cite = async (citation: object): Promise<unknown> => {
    const records = [{ record: { group: { name: "Network", kind: "NETWORK", status: "ACTIVE", system } } }];
    return (await world.ask<{ record: unknown }>(office, RECORD, { records, citations: [{ source, ...citation }] })).record;
  };
  return { world, system, source, office, cite };
}

const path = (...field: string[]): string[] => ["citations", "0", ...field];

describe("an act that quotes its source", () => {
  it("is done where the words stand in the source, and keeps the words, not the text", async () => {
    const { world, source, cite } = await quoting();
    const quote = "Staff of the council were trained";
    expect(await cite({ line: 2, quote, text })).toMatchObject({ problems: [], record: { provenance: [{ quote, line: 2, source: { id: source } }] } });
    expect(JSON.stringify(world.ledger.entriesAfter(0, 100))).not.toContain("May 2023");
  });

  it("is refused where they do not, or where nobody can look, and nothing is written", async () => {
    const { cite, world, office } = await quoting();
    expect(await cite({ line: 2, quote: "Staff of the council are trained", text })).toMatchObject({ entry: null, record: null, problems: [{ code: "QUOTE_NOT_FOUND", path: path("quote") }] });
    expect(await cite({ line: 1, quote: "Staff of the council", text })).toMatchObject({ problems: [{ code: "QUOTE_NOT_FOUND", path: path("line") }] });
    expect(await cite({ line: 2, quote: "Staff of the council" })).toMatchObject({ problems: [{ code: "BAD_CITATION", path: path("text") }] });
    expect(await cite({ quote: "a b c d e f g h i j k l m n o p", text })).toMatchObject({ problems: [{ code: "QUOTE_NOT_FOUND", path: path("quote") }, { code: "QUOTE_TOO_LONG", path: path("quote") }] });
    expect(await world.ask(office, "{ groups { totalCount } }")).toEqual({ groups: { totalCount: 0 } });
    expect(await cite({ line: 2 })).toMatchObject({ problems: [] });
  });

  it("is taken at its word where nobody has recorded which text the source is", async () => {
    const { world, system, cite } = await quoting();
    const unread = await world.given.source({ systemId: system });
    expect(await cite({ source: unread, line: 2, quote: "Staff of the council are trained" })).toMatchObject({ problems: [], record: { provenance: [{ quote: "Staff of the council are trained", source: { id: unread } }] } });
    expect(await cite({ source: unread, quote: "Staff of the council are trained", text })).toMatchObject({ entry: null, problems: [{ code: "QUOTE_NOT_FOUND", path: path("quote") }] });
  });

  it("is refused with a text that cannot be one, though nothing would be looked up in it", async () => {
    const { cite, world, office } = await quoting();
    expect(await cite({ line: 2, text: "a\0b" })).toMatchObject({ entry: null, record: null, problems: [{ code: "INVALID_TEXT", path: path("text") }] });
    expect(await cite({ line: 2, quote: "half \ud83d", text })).toMatchObject({ entry: null, problems: [{ code: "QUOTE_NOT_FOUND", path: path("quote") }, { code: "INVALID_TEXT", path: path("quote") }] });
    expect(await world.ask(office, "{ groups { totalCount } }")).toEqual({ groups: { totalCount: 0 } });
  });

  it("may send its source's text as it is, however long, with the pages that it has", async () => {
    const { world, system, cite } = await quoting();
    const unread = await world.given.source({ systemId: system });
    const long = `${"A line.\n".repeat(5_000)}\u000cStaff were trained.`;
    expect(await cite({ source: unread, quote: "Staff were trained", text: long })).toMatchObject({ problems: [] });
    expect(await cite({ source: unread, quote: "No such words", text: long })).toMatchObject({ problems: [{ code: "QUOTE_NOT_FOUND", path: path("quote") }] });
  });

  it("cites a source, and nothing else", async () => {
    const { world, system, cite } = await quoting();
    expect(await cite({ source: await world.given.programme({ systemId: system }) })).toMatchObject({ entry: null, problems: [{ code: "BAD_CITATION", path: ["citations", "0", "source"] }] });
  });
});
