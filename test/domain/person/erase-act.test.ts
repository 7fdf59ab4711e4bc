import { beforeEach, describe, expect, it, vi } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { wordsInBytes } from "../../support/erasable.ts";
import { rowsAtHead } from "../../support/ledger.ts";

const ERASE = "mutation ($id: ID!, $alsoCalled: [String!], $dryRun: Boolean, $reason: String) { erasePerson(id: $id, alsoCalled: $alsoCalled, dryRun: $dryRun, reason: $reason) { entry isRepeat changedCount changed { id ... on Milestone { title } } problems { code path } } }";
const steward = holding("STEWARD", null);

let world: World;
let system: string;
let person: string;
let milestone: string;

/** Ada Quill, who was Ada Finch, stands in a title, a quote, a reason, and in her history. */
beforeEach(async () => {
  world = await openWorld();
  system = await world.given.place({ level: "SYSTEM" });
  const source = await world.given.source({ title: "The plan" });
  person = await world.given.person({ name: "Ada Finch", visibility: "PUBLIC_ROLE" });
  await world.act((draft) => { draft.change(personKind, person, { name: "Ada Quill" }); return person; }, { reason: "Finch became Quill" });
  milestone = await world.given.milestone({ title: "What Ada Quill learned", systemId: system });
  await world.act((draft) => { draft.change(milestoneKind, milestone, { title: "What A. Quill learned" }); return milestone; }, {
    reason: "Dr Ada Quill asked",
    citations: [{ sourceId: source, recordId: milestone, fields: ["title"], line: 3, quote: "as Ada Finch has written" }],
  });
});

/** All that the schema gives out of them. */
async function told(viewer = steward): Promise<string> {
  return JSON.stringify(await world.ask(viewer, `query ($person: ID!, $milestone: ID!) {
    search(query: "Quill", first: 20) { nodes { matchedText } }
    them: node(id: $person) { id ... on Person { name history(first: 9) { nodes { reason changes { before after } } } } }
    node(id: $milestone) { id ... on Milestone { title history(first: 9) { nodes { actor reason operation changes { field before after } } } provenance(field: "title") { quote line } } }
    people { nodes { name } }
    milestones { nodes { title } }
  }`, { person, milestone }));
}

describe("erasePerson", () => {
  it("leaves no name in search, records, history, reasons and quotes, and the ledger sound", async () => {
    expect(await told()).toMatch(/Finch[^]*Quill/);
    expect(await world.ask(steward, ERASE, { id: person, alsoCalled: ["Finch", "A. Quill", "Quill"] })).toMatchObject({ erasePerson: { isRepeat: false, problems: [], changedCount: 2, changed: [{ id: milestone, title: "What [erased] learned" }] } });
    for (const viewer of [steward, holding("OFFICE", system, system), nobody]) {
      const after = await told(viewer);
      expect(after).not.toMatch(/Finch|Quill/i);
      expect(after).toContain('"title":"What [erased] learned","history":{"nodes":[{');
      expect(after).toContain('"them":null');
    }
    const file = String(rowsAtHead(world.ledger, "select file from pragma_database_list")[0]?.["file"]);
    // The request that erases still reads from the file: the bytes go when it has been answered.
    await vi.waitFor(() => { expect(wordsInBytes(file, ["finch", "quill"])).toEqual([]); }, 3_000);
    expect(world.ledger.verify()).toMatchObject({ sound: true });
  });

  it("tells under dryRun which records would change, and erases nothing", async () => {
    const before = [world.ledger.head(), await told()];
    expect(await world.ask(steward, ERASE, { id: person, alsoCalled: ["Finch", "A. Quill", "Quill"], dryRun: true })).toMatchObject({ erasePerson: { entry: null, changedCount: 2, changed: [{ id: milestone, title: "What [erased] learned" }] } });
    expect([world.ledger.head(), await told()]).toEqual(before);
  });

  it("is for a steward of everything", async () => {
    const head = world.ledger.head();
    for (const viewer of [holding("OFFICE", null), holding("STEWARD", system, system), memberOf(system), nobody]) expect(await world.refused(viewer, ERASE, { id: person })).toHaveLength(1);
    expect(world.ledger.head()).toBe(head);
    expect(await told()).toMatch(/Finch[^]*Quill/);
  });

  it("is done for one who was removed", async () => {
    await world.act((draft) => { draft.remove(personKind, person); return person; });
    expect(await world.ask(steward, ERASE, { id: person, alsoCalled: ["Finch", "A. Quill", "Quill"] })).toMatchObject({ erasePerson: { problems: [], changedCount: 1 } });
    expect(await told()).not.toMatch(/Finch|Quill/i);
    // Whom nobody may see any more, nobody brings back; and what came back would be without a name.
    expect(await world.ask(steward, "mutation ($id: ID!) { restore(id: $id) { problems { code } } }", { id: person })).toEqual({ restore: { problems: [{ code: "NOT_FOUND" }] } });
    await world.act((draft) => { draft.restore(personKind, person); return person; });
    expect(rowsAtHead(world.ledger, "select name, visibility from people")).toEqual([{ name: "[erased]", visibility: "REDACTED" }]);
  });

  it("is done once under a key, and answers again as it did", async () => {
    const first = await world.answer(steward, ERASE, { id: person }, "erase-1");
    const again = await world.answer(steward, ERASE, { id: person }, "erase-1");
    expect(first.data).toMatchObject({ erasePerson: { isRepeat: false, changedCount: 1 } });
    expect(again.data).toMatchObject({ erasePerson: { isRepeat: true, changedCount: 1 } });
    expect((await world.answer(steward, ERASE, { id: person }, "for Ada Quill")).data).toMatchObject({ erasePerson: { changedCount: 0 } });
  });

  it.each([
    ["a reason that names her", { reason: "Ada Finch asked for it" }, [{ code: "STILL_NAMED", path: [] }]],
    ["a name of one letter", { alsoCalled: ["A"] }, [{ code: "INVALID_TEXT", path: ["alsoCalled", "0"] }]],
    ["a name that is longer than any", { alsoCalled: ["Finch", "é\u0301".repeat(45_000)] }, [{ code: "TOO_LONG", path: ["alsoCalled", "1"] }]],
    ["somebody who is not there", { id: "pe_0000000000000000" }, [{ code: "NOT_FOUND", path: ["id"] }]],
  ])("refuses %s", async (_, wrong, problems) => {
    const head = world.ledger.head();
    expect(await world.ask(steward, ERASE, { id: person, ...wrong })).toMatchObject({ erasePerson: { entry: null, changed: [], problems } });
    expect(world.ledger.head()).toBe(head);
  });
});
