import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { programmeKind } from "../../../src/domain/delivery/programme/table.ts";
import type { Citation } from "../../../src/ledger/entry.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";

const PROVENANCE = `query ($id: ID!, $field: String) { node(id: $id) { ... on Programme { provenance(field: $field) {
  act actor reason changedFields supports line quote source { title }
} } } }`;

interface Traced {
  readonly act: string;
  readonly changedFields: readonly string[];
  readonly supports: readonly string[];
  readonly line: number | null;
  readonly quote: string | null;
  readonly source: { readonly title: string } | null;
}

async function traced(world: World, id: string, field?: string, viewer = nobody): Promise<readonly Traced[]> {
  const { node } = await world.ask<{ node: { provenance: readonly Traced[] } }>(viewer, PROVENANCE, { id, field });
  return node.provenance;
}

/** Records a programme in one act with these citations. */
async function recorded(world: World, values: object, ...citations: readonly Partial<Citation>[]): Promise<string> {
  return world.act(
    (draft) => {
      const id = draft.create(programmeKind, { audience: "PUBLIC", name: "P", status: "ACTIVE", ...values });
      for (const citation of citations) draft.cite({ sourceId: "", recordId: id, fields: [], line: null, quote: null, ...citation });
      return id;
    },
    { name: "programme:record", actor: "founding-import" },
  );
}

async function amended(world: World, id: string, values: object, ...citations: readonly Partial<Citation>[]): Promise<void> {
  await world.act(
    (draft) => {
      draft.change(programmeKind, id, { ...values });
      for (const citation of citations) draft.cite({ sourceId: "", recordId: id, fields: [], line: null, quote: null, ...citation });
    },
    { name: "programme:amend", actor: "test", reason: "The board decided" },
  );
}

describe("provenance", () => {
  it("of a record lists each citation of each act, the newest act first", async () => {
    const world = await openWorld();
    const [report, page] = [await world.given.source({ title: "Report" }), await world.given.source({ title: "Page" })];
    const hostId = await world.given.organisation();
    const id = await recorded(world, { hostId }, { sourceId: report, line: 3, quote: "is active", fields: ["status", "hostId"] }, { sourceId: page });
    await amended(world, id, { status: "CLOSED" }, { sourceId: page, line: 7, quote: "has ended", fields: ["status"] });
    const created = { act: "PROGRAMME_RECORD", actor: "founding-import", reason: null, changedFields: ["audience", "end", "gaps", "host", "name", "start", "status"] };
    expect(await traced(world, id)).toEqual([
      { act: "PROGRAMME_AMEND", actor: "test", reason: "The board decided", changedFields: ["status"], supports: ["status"], line: 7, quote: "has ended", source: { title: "Page" } },
      { ...created, supports: ["status", "host"], line: 3, quote: "is active", source: { title: "Report" } },
      { ...created, supports: [], line: null, quote: null, source: { title: "Page" } },
    ]);
  });

  it("of a field is the act that last set it, with the citations that name it", async () => {
    const world = await openWorld();
    const [report, page] = [await world.given.source({ title: "Report" }), await world.given.source({ title: "Page" })];
    const hostId = await world.given.organisation();
    const id = await recorded(world, { aim: "Safer", hostId }, { sourceId: report, quote: "aims at safety", fields: ["aim"] }, { sourceId: report, quote: "hosted by", fields: ["hostId"] }, { sourceId: page });
    await amended(world, id, { aim: "Kinder" }, { sourceId: page, quote: "aims at kindness", fields: ["aim"] });
    const quotes = async (field: string): Promise<readonly unknown[]> => (await traced(world, id, field)).map(({ act, quote, source }) => [act, quote, source?.title]);
    expect(await quotes("aim")).toEqual([["PROGRAMME_AMEND", "aims at kindness", "Page"]]);
    expect(await quotes("host")).toEqual([["PROGRAMME_RECORD", "hosted by", "Report"]]);
    expect(await quotes("name")).toEqual([["PROGRAMME_RECORD", null, "Page"]]);
  });

  it("of a field is also what supported it since, in an act that left it as it was", async () => {
    const world = await openWorld();
    const [report, page] = [await world.given.source({ title: "Report" }), await world.given.source({ title: "Page" })];
    const id = await recorded(world, { aim: "Safer" }, { sourceId: report, quote: "aims at safety", fields: ["aim"] });
    await amended(world, id, {}, { sourceId: page, quote: "safer for all", fields: ["aim"] });
    expect((await traced(world, id, "aim")).map(({ act, quote }) => [act, quote])).toEqual([["PROGRAMME_AMEND", "safer for all"], ["PROGRAMME_RECORD", "aims at safety"]]);
    expect(await traced(world, id)).toMatchObject([{ changedFields: [], supports: ["aim"], source: { title: "Page" } }, { source: { title: "Report" } }]);
    await amended(world, id, { aim: "Kinder" });
    expect(await traced(world, id, "aim")).toMatchObject([{ changedFields: ["aim"], source: null }]);
  });

  it("of a field that nothing names and no citation of the whole supports says nothing", async () => {
    const world = await openWorld();
    const report = await world.given.source();
    const id = await recorded(world, {}, { sourceId: report, fields: ["status"] });
    expect(await traced(world, id, "name")).toEqual([]);
  });

  it("of a field that nobody has set is what a source was cited for, or nothing", async () => {
    const world = await openWorld();
    const report = await world.given.source({ title: "Report" });
    const id = await recorded(world, { gaps: { aim: "NOT_STATED" } }, { sourceId: report, line: 12, fields: ["aim"] }, { sourceId: report, line: 1 });
    await amended(world, id, { status: "CLOSED" }, { sourceId: report, line: 2 });
    expect(await traced(world, id, "aim")).toMatchObject([{ act: "PROGRAMME_RECORD", line: 12, source: { title: "Report" } }]);
    expect(await traced(world, id, "host")).toEqual([]);
  });

  it("of an act that cites nothing names the act alone", async () => {
    const world = await openWorld();
    const id = await recorded(world, {});
    const uncited = { act: "PROGRAMME_RECORD", supports: [], line: null, quote: null, source: null };
    expect(await traced(world, id)).toMatchObject([uncited]);
    expect(await traced(world, id, "name")).toMatchObject([uncited]);
  });

  it("of a field that was emptied is the act that emptied it", async () => {
    const world = await openWorld();
    const id = await recorded(world, { aim: "Safer" }, { sourceId: await world.given.source() });
    await amended(world, id, { aim: null });
    expect(await traced(world, id, "aim")).toMatchObject([{ act: "PROGRAMME_AMEND", changedFields: ["aim"], source: null }]);
  });

  it("keeps to its own record where one act made several", async () => {
    const world = await openWorld();
    const sourceId = await world.given.source();
    const [a, b] = await world.act((draft) => {
      const made = ["a", "b"].map((name) => {
        const id = draft.create(programmeKind, { audience: "PUBLIC", name, status: "ACTIVE" });
        draft.cite({ sourceId, recordId: id, fields: [], line: null, quote: name });
        return id;
      });
      return [made[0] ?? "", made[1] ?? ""] as const;
    });
    expect((await traced(world, a)).map(({ quote }) => quote)).toEqual(["a"]);
    expect((await traced(world, b)).map(({ quote }) => quote)).toEqual(["b"]);
  });

  it("shows neither a source that may not be seen nor its words", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const secret = await world.given.source({ title: "Minutes", audience: "MEMBERS", systemId: system });
    const id = await recorded(world, {}, { sourceId: secret, line: 3, quote: "secret words" });
    expect(await traced(world, id)).toMatchObject([{ act: "PROGRAMME_RECORD", source: null, quote: null }]);
    expect(await traced(world, id, "name")).toMatchObject([{ source: null, quote: null }]);
    expect(await traced(world, id, "name", memberOf(system))).toMatchObject([{ source: { title: "Minutes" }, quote: "secret words" }]);
  });

  it("of what is not a field of the record with a value is refused, and the field named", async () => {
    const world = await openWorld();
    const id = await recorded(world, {});
    for (const field of ["budget", "hostId", "workstreams", "key", "", "__proto__"]) {
      expect(await world.refused(nobody, PROVENANCE, { id, field })).toEqual([`There is no field ${field} here that holds a value or points at one record.`]);
    }
  });

  it("takes one statement for all records of a list, and one for their sources", async () => {
    const world = await openWorld();
    const counts: number[] = [];
    for (const more of [1, 9]) {
      for (let made = 0; made < more; made += 1) await recorded(world, {}, { sourceId: await world.given.source() });
      const { errors, statements } = await world.answer(nobody, '{ programmes { nodes { provenance(field: "name") { source { title } } all: provenance { at recordedAt entry recordId quote source { title } } } } }');
      expect(errors).toBeUndefined();
      counts.push(statements);
    }
    expect(counts).toEqual([4, 4]);
  });
});
