import { describe, expect, test, vi } from "vitest";
import { accessKeyKind, roleGrantKind } from "../../../src/domain/partners/access/table.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { organisationKind } from "../../../src/domain/partners/organisation/table.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { ask } from "../support.ts";
import { EventReader } from "./support.ts";
import { openLiveTracker } from "./tracker.ts";

const CHANGED = `subscription ($after: String, $filter: ChangedFilter) { changed(after: $after, filter: $filter) { cursor seq op type id changedFields after record { ... on Organisation { name } ... on Milestone { title } } } }`;

interface Changed {
  readonly cursor: string;
  readonly seq: number;
  readonly op: string;
  readonly id: string;
}

async function changed(reader: EventReader): Promise<Changed> {
  const { data, errors } = await reader.answer();
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join());
  // What the subscription above is told.
  // oxlint-disable-next-line no-unsafe-type-assertion -- see above
  return data?.["changed"] as Changed;
}

describe("changed", () => {
  test("tells what is done from now on, or behind a cursor, in the words of the feed, with the record as it stands", async () => {
    const { world, server } = await openLiveTracker();
    const before = await ask(server, "{ cursor }");
    const early = await world.given.organisation({ name: "Early" });
    const reader = await EventReader.open(server, { query: CHANGED });
    await reader.answered();
    const late = await world.given.organisation({ name: "Late" });
    expect(await changed(reader)).toMatchObject({ op: "CREATE", type: "ORGANISATION", id: late, after: { name: "Late" }, record: { name: "Late" } });
    const behind = await EventReader.open(server, { query: CHANGED, variables: { after: before.data?.["cursor"] } });
    const told = [await changed(behind), await changed(behind)];
    expect(told.map(({ id }) => id)).toEqual([early, late]);
    const resumed = await EventReader.open(server, { query: CHANGED, headers: { "last-event-id": told[0]?.cursor ?? "" } });
    expect(await changed(resumed)).toEqual(told[1]);
  });

  test("leaves no reading open while nothing happens", async () => {
    const { world, server } = await openLiveTracker();
    await EventReader.open(server, { query: CHANGED });
    await EventReader.open(server, { query: "query @live { organisations { totalCount } }" });
    await vi.waitFor(() => { expect(world.ledger.leased()).toBe(0); });
  });

  test("tells only of some types or records, where it is asked so", async () => {
    const { world, server } = await openLiveTracker();
    const [one, other] = [await world.given.organisation(), await world.given.organisation()];
    const of = await EventReader.open(server, { query: CHANGED, variables: { filter: { records: [other] } } });
    const milestones = await EventReader.open(server, { query: CHANGED, variables: { filter: { types: ["MILESTONE"] } } });
    await Promise.all([of.answered(), milestones.answered()]);
    await world.act((draft) => { for (const id of [one, other]) draft.change(organisationKind, id, { name: "Renamed" }); return one; });
    const milestone = await world.given.milestone();
    expect(await changed(of)).toMatchObject({ id: other });
    expect(await changed(milestones)).toMatchObject({ id: milestone });
  });

  test("tells nobody what is not for them, and removes what is hidden from them", async () => {
    const { world, server, system, keyFor } = await openLiveTracker();
    const { authorization } = await keyFor("READER");
    const [open, members] = [await EventReader.open(server, { query: CHANGED }), await EventReader.open(server, { query: CHANGED, headers: { authorization } })];
    await Promise.all([open.answered(), members.answered()]);
    await world.given.organisation({ name: "Draft", audience: "DRAFT", systemId: system });
    const hidden = await world.given.organisation({ name: "Members' own", audience: "MEMBERS", systemId: system });
    await world.given.person({ name: "Ada Redacted", visibility: "REDACTED" });
    const seen = await world.given.organisation({ name: "Everybody's", systemId: system });
    expect(await changed(open)).toMatchObject({ op: "CREATE", id: seen });
    expect([await changed(members), await changed(members)]).toMatchObject([{ id: hidden }, { id: seen }]);
    await world.act((draft) => { draft.change(organisationKind, seen, { audience: "MEMBERS" }); return seen; });
    expect(await changed(open)).toMatchObject({ op: "REMOVE", id: seen, after: null, record: null });
    expect(await changed(members)).toMatchObject({ op: "CHANGE", id: seen });
    expect(open.text).not.toMatch(/Draft|Members' own|Redacted/);
  });

  test("ends, and says to begin anew, when what its reader may see has changed; it does not go on from there", async () => {
    const { world, server, keyFor } = await openLiveTracker();
    const key = await keyFor("OFFICE");
    const headers = { authorization: key.authorization };
    const reader = await EventReader.open(server, { query: CHANGED, headers });
    await reader.answered();
    const cursor = (await changedBy(reader, world.given.milestone({ programmeId: await world.given.programme() }))).cursor;
    await world.act((draft) => {
      for (const row of draft.graph.run("select id from role_grants where keyId = ?", [key.id])) draft.change(roleGrantKind, String(row["id"]), { role: "READER" });
      return key.id;
    });
    expect(await reader.code()).toBe("RIGHTS_CHANGED");
    expect(await reader.next()).toMatchObject({ event: "complete" });
    expect(await (await EventReader.open(server, { query: CHANGED, variables: { after: cursor }, headers })).code()).toBe("RIGHTS_CHANGED");
    expect(await (await EventReader.open(server, { query: CHANGED, variables: { after: "garbage" } })).code()).toBe("BAD_USER_INPUT");
  });

  test("ends for a key that is revoked, and a live query with it", async () => {
    const { world, server, keyFor } = await openLiveTracker();
    const { id, authorization } = await keyFor("READER");
    const readers = [CHANGED, "query @live { organisations { totalCount } }"].map(async (query) => EventReader.open(server, { query, headers: { authorization } }));
    const [reader, live] = await Promise.all(readers);
    await Promise.all([reader?.answered(), live?.answer()]);
    await world.act((draft) => { draft.change(accessKeyKind, id, { revokedOn: "2024-07-01" }); return id; });
    expect([await reader?.code(), await live?.code()]).toEqual(["UNAUTHENTICATED", "UNAUTHENTICATED"]);
  });

  test("tells what was erased as erased, also to whoever comes late", async () => {
    const { world, server } = await openLiveTracker();
    const before = await ask(server, "{ cursor }");
    const person = await world.given.person({ name: "Ottoline Fenwick" });
    await world.given.programme({ aim: "As Ottoline Fenwick wished" });
    await world.act((draft) => { draft.erase(personKind, person); return person; });
    const reader = await EventReader.open(server, { query: CHANGED, variables: { after: before.data?.["cursor"] } });
    const told = [await changed(reader), await changed(reader), await changed(reader)];
    expect(told.map(({ op }) => op).toSorted()).toEqual(["CHANGE", "CREATE", "REMOVE"]);
    expect(reader.text).not.toContain("Ottoline");
  });
});

describe("a live query", () => {
  test("is answered again when an act touches it, as its reader may see it then, and acts that come together once", async () => {
    const { world, server, system, keyFor } = await openLiveTracker();
    const { authorization } = await keyFor("READER");
    const LIVE = { query: "query Board @live { milestones { totalCount nodes { title } } }" };
    const [open, members] = [await EventReader.open(server, LIVE), await EventReader.open(server, { ...LIVE, headers: { authorization } })];
    expect([await open.answer(), await members.answer()]).toMatchObject([{ data: { milestones: { totalCount: 0 } } }, { data: { milestones: { totalCount: 0 } } }]);
    const hidden = await world.given.milestone({ title: "Members' own", audience: "MEMBERS", systemId: system });
    expect(await members.answer()).toMatchObject({ data: { milestones: { nodes: [{ title: "Members' own" }] } } });
    await Promise.all(Array.from({ length: 20 }, async (_, number) => world.act((draft) => { draft.change(milestoneKind, hidden, { title: `Title ${number}`, audience: "PUBLIC" }); return hidden; })));
    expect(await open.answer()).toMatchObject({ data: { milestones: { nodes: [{ title: "Title 19" }] } } });
    expect(open.text).not.toContain("Members' own");
  });
});

async function changedBy(reader: EventReader, act: Promise<unknown>): Promise<Changed> {
  await act;
  // The programme and the milestone are made one after the other: the last of both is where to go on.
  await changed(reader);
  return changed(reader);
}
