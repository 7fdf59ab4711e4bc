import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { officeOf } from "../../support/domain-world.ts";
import { newId } from "../../../src/kernel/identity.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { loadFoundingDocuments } from "../../../src/serve/tracker.ts";
import { documentsGraph, type DocumentsGraph } from "../../support/documents.ts";
import { wordsInBytes } from "../../support/erasable.ts";
import { rowsAtHead } from "../../support/ledger.ts";

let graph: DocumentsGraph;
let file: string;
beforeEach(async () => {
  graph = await documentsGraph();
  file = String(rowsAtHead(graph.ledger, "select file from pragma_database_list")[0]?.["file"]);
});
afterEach(async () => graph.close());

async function eraseWhoIsCalled(name: string): Promise<string> {
  const [row] = rowsAtHead(graph.ledger, `select id from people where name = '${name}'`);
  const id = String(row?.["id"]);
  await graph.ledger.commit({ name: "person:erase", actor: "steward" }, (draft) => { draft.erase(personKind, id); });
  return id;
}

async function answer(source: string): Promise<string> {
  return JSON.stringify((await graph.ask(source, { viewer: officeOf() })).result);
}

describe("erasing a person of the five documents", () => {
  it("leaves no byte of their name: not in the graph, the history, the quotes or the words of the search", async () => {
    expect(wordsInBytes(file, ["Claire Ritchie", "Ritchie"])).toEqual(["Claire Ritchie", "Ritchie"]);
    const id = await eraseWhoIsCalled("Claire Ritchie");
    expect(wordsInBytes(file, ["Claire Ritchie", "Ritchie"])).toEqual([]);
    expect(rowsAtHead(graph.ledger, "select term from search_vocabulary where term like 'ritch%'")).toEqual([]);
    expect(rowsAtHead(graph.ledger, "select name, visibility from people where id = ".concat(`'${id}'`))).toEqual([{ name: "[erased]", visibility: "REDACTED" }]);
    expect(graph.ledger.verify()).toMatchObject({ sound: true });
  });

  it("leaves nothing against which a guess of the name could be checked", async () => {
    await eraseWhoIsCalled("Claire Ritchie");
    const bytes = readFileSync(file, "utf8");
    for (const guess of ["claire-ritchie", "Claire Ritchie", "ritchie"]) {
      const key = `4-north-somerset-page/record/Person/${guess}`;
      for (const trace of [newId("pe", `Person/${guess}`), newId("en", JSON.stringify(["founding-import", key])), key]) expect(bytes).not.toContain(trace);
    }
  });

  it("leaves what points at them in place, and gives them out to nobody", async () => {
    const held = "{ posts { nodes { title holders { nodes { person { name } } } } } }";
    expect(await answer(held)).toContain("Claire Ritchie");
    await eraseWhoIsCalled("Claire Ritchie");
    expect(await answer(held)).toContain('{"title":"Trauma Informed Practice Officer","holders":{"nodes":[{"person":null}]}}');
    expect(await answer('{ search(query: "Claire Ritchie", first: 20) { nodes { matchedText } } }')).not.toContain("itchie");
    expect(await answer("{ people { nodes { name } } }")).not.toContain("[erased]");
  });

  it("is kept when the documents are loaded again", async () => {
    const id = await eraseWhoIsCalled("Claire Ritchie");
    const head = graph.ledger.head();
    expect((await loadFoundingDocuments(graph.ledger)).map(({ recorded }) => recorded)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(graph.ledger.head()).toBe(head);
    expect(rowsAtHead(graph.ledger, `select name from people where id = '${id}'`)).toEqual([{ name: "[erased]" }]);
  });

  it("leaves alone somebody else whose longer name begins alike", async () => {
    await eraseWhoIsCalled("Claire");
    expect(wordsInBytes(file, ["Claire Ritchie"])).toEqual(["Claire Ritchie"]);
    expect(await answer("{ posts { nodes { holders { nodes { person { name } } } } } }")).toContain("Claire Ritchie");
    expect(graph.ledger.verify()).toMatchObject({ sound: true });
  });
});
