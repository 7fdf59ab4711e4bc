import { describe, expect, it } from "vitest";
import { personKind } from "../../src/domain/partners/person/table.ts";
import { programmeKind } from "../../src/domain/delivery/programme/table.ts";
import { nobody } from "../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../support/domain-world.ts";

const HISTORY = `query ($id: ID!) { node(id: $id) { ... on Record { history { totalCount nodes { act actor reason operation version changes { field before after } } } } } }`;

describe("history", () => {
  it("names every act on a record, the newest first, with each field before and after in plain words", async () => {
    const world = await openWorld();
    const host = await world.given.organisation({ name: "Trust" });
    const id = await world.given.programme({ name: "Kindness" });
    await world.act((draft) => { draft.change(programmeKind, id, { name: "Kindness first", hostId: host }); return id; }, { name: "programme:amend", actor: "office", reason: "The board chose it" });
    const answer = await world.ask<{ node: { history: { totalCount: number; nodes: { changes: object[] }[] } } }>(nobody, HISTORY, { id });
    expect(answer.node.history.totalCount).toBe(2);
    expect(answer.node.history.nodes[0]).toEqual({
      act: "PROGRAMME_AMEND", actor: "office", reason: "The board chose it", operation: "CHANGE", version: 2,
      changes: [{ field: "host", before: null, after: host }, { field: "name", before: "Kindness", after: "Kindness first" }],
    });
    expect(answer.node.history.nodes[1]).toMatchObject({ operation: "CREATE", version: 1 });
  });

  it("keeps what a record said while it was not for everybody, and whom a field pointed at, from those whom the gate keeps from it", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const hidden = await world.given.organisation({ name: "Hidden", audience: "MEMBERS", systemId: system });
    const id = await world.given.programme({ name: "Secret name", audience: "MEMBERS", systemId: system, hostId: hidden });
    await world.act((draft) => { draft.change(programmeKind, id, { name: "Open name", audience: "PUBLIC" }); return id; });
    await world.act((draft) => { draft.change(programmeKind, id, { hostId: null }); return id; });
    const open = await world.ask(nobody, HISTORY, { id });
    expect(JSON.stringify(open)).not.toContain("Secret");
    expect(open).toMatchObject({ node: { history: { totalCount: 1, nodes: [{ changes: [{ field: "host", before: null, after: null }] }] } } });
    expect(await world.ask(memberOf(system), HISTORY, { id })).toMatchObject({ node: { history: { totalCount: 3, nodes: [{ changes: [{ before: hidden }] }, {}, {}] } } });
    const person = await world.given.person({ visibility: "MEMBERS_ONLY", systemId: system });
    await world.act((draft) => { draft.change(personKind, person, { name: "Another" }); return person; });
    expect(await world.ask(nobody, HISTORY, { id: person })).toEqual({ node: null });
  });

  it("keeps a person's earlier name from those who might not see the person then, however open they are now", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM" });
    const id = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    await world.act((draft) => { draft.change(personKind, id, { name: "Ada Open", visibility: "PUBLIC_ROLE" }); return id; });
    await world.act((draft) => { draft.change(personKind, id, { name: "Dr Ada Open" }); return id; });
    expect(await world.ask(nobody, HISTORY, { id })).toMatchObject({ node: { history: { totalCount: 1, nodes: [{ version: 3 }] } } });
    expect(await world.ask(memberOf(system), HISTORY, { id })).toMatchObject({ node: { history: { totalCount: 3 } } });
  });
});
