import { getTableName } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openContext } from "../../../src/api/context.ts";
import { answerTo } from "../../support/schema.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { organisationKind, organisationNameKind } from "../../../src/domain/partners/organisation/table.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { healthIntegrationTeamKind } from "../../../src/domain/partners/health-integration-team/table.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import type { Graph } from "../../../src/ledger/graph.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { Relations } from "../../../src/ledger/record.ts";
import { concepts } from "../../../src/schema.ts";
import { freshLedger } from "../../support/domain-world.ts";
import { inPast } from "../../support/ledger.ts";

const kinds = concepts.flatMap((concept) => concept.kinds);

/** Every text by which something is found, and every word. */
function indexOf(graph: Graph): { texts: Record<string, unknown>[]; words: Record<string, unknown>[] } {
  return {
    texts: graph.run('select "recordId", "leadsTo", "field", "role", "text", "audience", "systemId" from search_texts order by 1, 3, 5', []),
    words: graph.run("select term, doc from search_vocabulary order by term", []),
  };
}

function headIndex(ledger: Ledger): ReturnType<typeof indexOf> {
  const lease = ledger.lease();
  try {
    return indexOf(lease.graph);
  } finally {
    lease.release();
  }
}

async function found(graph: Graph, query: string): Promise<unknown> {
  const contextValue = openContext({ moment: { graph, number: 0, ledger: graph, clock: 0 }, viewer: nobody, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
  const { data, errors } = await answerTo("query ($query: String!) { search(query: $query) { nodes { title } } }", contextValue, { query });
  expect(errors).toBeUndefined();
  return data?.["search"];
}

const called = (...titles: readonly string[]): unknown => ({ nodes: titles.map((title) => ({ title })) });

/** A history in which names come, change, pass to others and go. */
async function history(ledger: Ledger): Promise<void> {
  const act = async <Value>(decide: Parameters<typeof ledger.commit<Value>>[1]): Promise<Value> => {
    const { value } = await ledger.commit({ name: "test:given", actor: "test" }, decide);
    if (value === null) throw new Error("This was done before.");
    return value;
  };
  const system = await act((draft) => draft.create(placeKind, { audience: "PUBLIC", name: "Somerset", level: "SYSTEM", gssCode: "E10000027" }));
  const person = await act((draft) => draft.create(personKind, { audience: "PUBLIC", name: "Ada Example", visibility: "PUBLIC_ROLE", systemId: system }));
  const [council, team] = await act((draft) => [
    draft.create(organisationKind, { audience: "PUBLIC", name: "Somerset County Council", status: "ACTIVE" }),
    draft.create(healthIntegrationTeamKind, { audience: "PUBLIC", name: "SHINE HIT", status: "ACTIVE", formerNames: ["Stress and Health HIT", "Old co-ordinated HIT"] }),
  ]);
  if (council === undefined || team === undefined) throw new Error("Nothing was made.");
  const alias = await act((draft) => draft.create(organisationNameKind, { audience: "PUBLIC", organisationId: council, name: "The County", kind: "ALIAS", basis: "STATED" }));
  await act((draft) => { draft.change(organisationKind, council, { name: "Somerset Council" }); });
  await act((draft) => { draft.change(organisationKind, council, { status: "DISSOLVED" }); });
  await act((draft) => { draft.change(personKind, person, { visibility: "MEMBERS_ONLY" }); });
  await act((draft) => { draft.change(healthIntegrationTeamKind, team, { formerNames: [] }); draft.change(placeKind, system, { gssCode: null }); });
  await act((draft) => { draft.remove(organisationNameKind, alias); });
}

describe("the search index", () => {
  it("follows every change of a name, of who may see it and of what it leads to", async () => {
    const ledger = await freshLedger();
    await history(ledger);
    const { texts, words } = headIndex(ledger);
    expect(texts.map(({ text, audience }) => `${String(text)}: ${String(audience)}`).toSorted()).toEqual([
      "Ada Example: MEMBERS", "SHINE HIT: PUBLIC", "Somerset Council: PUBLIC", "Somerset: PUBLIC",
    ]);
    expect(words.map(({ term }) => term)).toEqual(["ada", "council", "example", "hit", "shine", "somerset"]);
  });

  it("keeps no trace of a word that is gone", async () => {
    const ledger = await freshLedger();
    await history(ledger);
    const lease = ledger.lease();
    const blocks = lease.graph.run("select block from search_words_data", []).map(({ block }) => (Buffer.isBuffer(block) ? block.toString("latin1") : ""));
    lease.release();
    expect(blocks.join()).toContain("omerset");
    expect(blocks.join()).not.toMatch(/ounty|tress|ordinated/);
  });

  it("is the same built anew, and of the past", async () => {
    const ledger = await freshLedger();
    await history(ledger);
    const kept = headIndex(ledger);
    expect(await inPast(ledger, ledger.head(), indexOf)).toEqual(kept);
    await ledger.rebuild();
    expect(headIndex(ledger)).toEqual(kept);
    expect(ledger.verify()).toMatchObject({ sound: true });
  });

  it("finds in the past what was called so then", async () => {
    const ledger = await freshLedger();
    await history(ledger);
    const past = await ledger.past(4);
    const then = past.graph;
    const lease = ledger.lease();
    try {
      expect(await found(then, "county council")).toEqual(called("Somerset County Council"));
      expect(await found(then, "the county")).toEqual(called("Somerset County Council"));
      expect(await found(then, "stress")).toEqual(called("SHINE HIT"));
      expect(await found(then, "ada")).toEqual(called("Ada Example"));
      expect(await found(then, "e10000027")).toEqual(called("Somerset"));
      for (const query of ["county", "stress", "ada", "e10000027"]) expect({ query, now: await found(lease.graph, query) }).toEqual({ query, now: called() });
      expect(() => then.sqlite.exec("delete from places")).toThrow(/readonly/);
    } finally {
      lease.release();
      past.release();
    }
  });
});

describe("what is searchable", () => {
  const searchable = kinds.filter((kind) => kind.searchable !== undefined);

  it.each(searchable.map((kind) => [kind.type, kind] as const))("of %s are columns of its own, and what they lead to has a name", (_, kind) => {
    const { names = [], aliases = [], statements = [], identifier = [], leadsTo } = kind.searchable ?? {};
    const columns = [...names, ...aliases, ...statements, ...identifier, ...(leadsTo === undefined ? [] : [leadsTo])];
    expect(columns.length).toBeGreaterThan(0);
    expect(columns.filter((column) => getTableName(column.table) !== getTableName(kind.table))).toEqual([]);
    const led = leadsTo === undefined ? kind : new Relations(kinds).of(kind).find(({ field }) => field === leadsTo.name)?.to;
    expect((led?.searchable?.names ?? led?.searchable?.statements)?.length).toBeGreaterThan(0);
  });

  it("is every name and title of every kind, but of keys and addresses of calendars, which nobody finds", () => {
    const forgotten = kinds.filter((kind) => !["AccessKey", "CalendarAddress"].includes(kind.type) && ("name" in kind.table || "title" in kind.table) && kind.searchable === undefined);
    expect(forgotten.map(({ type }) => type)).toEqual([]);
  });
});
