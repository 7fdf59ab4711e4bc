import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { none } from "../../support/found.ts";
import { promisesOf } from "../../support/given-promises.ts";

type Viewer = Parameters<World["ask"]>[0];

interface Hits {
  readonly search: { readonly nodes: readonly { readonly title: string; readonly match: string; readonly record: { readonly __typename: string } }[]; readonly pageInfo: { readonly endCursor: string } };
}

async function titles(world: World, query: string, viewer: Viewer = nobody, more = ""): Promise<unknown> {
  const { search } = await world.ask<Hits>(viewer, `query ($query: String!) { search(query: $query, ${more}) { nodes { title } } }`, { query });
  return search.nodes.map(({ title }) => title);
}

describe("search", () => {
  it("leads from another name or an identifier to the record, once, and says what it was found by", async () => {
    const world = await openWorld();
    const organisation = await world.given.organisation({ name: "University of Bristol" });
    const name = await world.given.organisationName({ organisationId: organisation, name: "Bristol University" });
    const identifier = await world.given.organisationIdentifier({ organisationId: organisation, scheme: "GB_UKPRN", value: "10007786" });
    await world.given.healthIntegrationTeam({ name: "Health HIT", formerNames: ["Bristol Children’s HIT"] });
    const hit = "title match matchedText matchedField record { __typename id } matchedIn { __typename id }";
    const data = await world.ask(nobody, `{ name: search(query: "bristol u") { totalCount nodes { ${hit} } } number: search(query: "10007786") { nodes { ${hit} } } former: search(query: "childrens") { nodes { ${hit} } } }`);
    const found = { title: "University of Bristol", record: { __typename: "Organisation", id: organisation } };
    expect(data).toMatchObject({
      name: { totalCount: 1, nodes: [{ ...found, match: "PREFIX", matchedText: "Bristol University", matchedField: "name", matchedIn: { __typename: "OrganisationName", id: name } }] },
      number: { nodes: [{ ...found, match: "IDENTIFIER", matchedText: "GB_UKPRN 10007786", matchedField: "value", matchedIn: { __typename: "OrganisationIdentifier", id: identifier } }] },
      former: { nodes: [{ title: "Health HIT", match: "FUZZY", matchedText: "Bristol Children’s HIT", matchedField: "formerNames", record: { __typename: "HealthIntegrationTeam" } }] },
    });
  });

  it("puts the surer first, then the shorter, and names before statements and documents", async () => {
    const world = await openWorld();
    await promisesOf(world).commitment({ statement: "Police" });
    await world.given.source({ title: "Police" });
    await world.given.organisation({ name: "The new police of Avon" });
    await world.given.organisation({ name: "New police" });
    await world.given.organisation({ name: "Police and Crime Commissioner" });
    await world.given.programme({ name: "Police" });
    const { search } = await world.ask<Hits>(nobody, '{ search(query: "police") { nodes { match record { __typename } title } } }');
    expect(search.nodes.map(({ match, title, record }) => [record.__typename, title, match])).toEqual([
      ["Programme", "Police", "EXACT"],
      ["Source", "Police", "EXACT"],
      ["Organisation", "Police and Crime Commissioner", "PREFIX"],
      ["Organisation", "New police", "WORDS"],
      ["Organisation", "The new police of Avon", "WORDS"],
      ["Commitment", "Police", "WORDS"],
    ]);
  });

  it("takes a word for another only where it stands nowhere, or nothing is called all of them", async () => {
    const world = await openWorld();
    for (const name of ["Place of safety", "Police", "Bristol North", "Bristol Forth"]) await world.given.organisation({ name });
    expect(await titles(world, "place")).toEqual(["Place of safety"]);
    expect(await titles(world, "plice")).toEqual(["Police", "Place of safety"]);
    expect(await titles(world, "police bristol")).toEqual([]);
    expect(await titles(world, "bristol noth")).toEqual(["Bristol North"]);
  });

  it("is kept to the types that are asked for, and read page by page", async () => {
    const world = await openWorld();
    for (const name of ["North one", "North two", "North six"]) await world.given.organisation({ name });
    await world.given.group({ name: "North group" });
    expect(await titles(world, "north", nobody, "types: [GROUP]")).toEqual(["North group"]);
    expect(await titles(world, "north", nobody, "types: []")).toEqual([]);
    expect(await titles(world, "north", nobody, "types: [PERSON, PLACE]")).toEqual([]);
    const page = "query ($after: String) { search(query: \"north\", first: 3, after: $after) { totalCount nodes { title } pageInfo { hasNextPage endCursor } } }";
    const { search } = await world.ask<Hits>(nobody, page);
    expect(search).toMatchObject({ totalCount: 4, nodes: [{ title: "North one" }, { title: "North six" }, { title: "North two" }], pageInfo: { hasNextPage: true } });
    await world.given.organisation({ name: "North" });
    const rest = await world.ask(nobody, page, { after: search.pageInfo.endCursor });
    expect(rest).toMatchObject({ search: { totalCount: 5, nodes: [{ title: "North group" }], pageInfo: { hasNextPage: false } } });
  });

  it("finds nothing that the viewer may not see, by no text, count or correction", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM", name: "System" });
    const hidden = { audience: "MEMBERS", systemId: system } as const;
    await world.given.person({ name: "Ada Hiddenson", visibility: "MEMBERS_ONLY", systemId: system });
    await world.given.person({ name: "Ben Redacted", visibility: "REDACTED", systemId: system });
    const secret = await world.given.organisation({ ...hidden, name: "Secret body" });
    await world.given.organisationName({ organisationId: secret, name: "Public alias" });
    await world.given.organisationIdentifier({ organisationId: secret, scheme: "GB_NHS", value: "XX9" });
    const open = await world.given.organisation({ name: "Open body" });
    await world.given.organisationName({ ...hidden, organisationId: open, name: "Covert alias" });
    for (const query of ["Ada Hiddenson", "hidenson", "Ben Redacted", "secret", "public alias", "xx9", "covert"]) {
      const source = "query ($query: String!) { search(query: $query) { totalCount nodes { title } } }";
      expect({ query, ...await world.ask<object>(nobody, source, { query }) }).toEqual({ query, search: none });
      expect({ query, ...await world.ask<object>(memberOf(system), source, { query }) }).toMatchObject({ query, search: { totalCount: query === "Ben Redacted" ? 0 : 1 } });
    }
  });

  it("takes words for what they are by what the viewer may see, so that a hidden name changes no answer", async () => {
    const world = await openWorld();
    const system = await world.given.place({ level: "SYSTEM", name: "System" });
    for (const name of ["Open body", "Open bodi"]) await world.given.organisation({ name });
    const answers = async (): Promise<unknown> => [await titles(world, "opem"), await titles(world, "opem body")];
    const before = await answers();
    expect(before).toEqual([["Open bodi", "Open body"], ["Open body"]]);
    await world.given.organisation({ name: "Opem", audience: "MEMBERS", systemId: system });
    expect(await answers()).toEqual(before);
    expect(await titles(world, "opem", memberOf(system))).toEqual(["Opem"]);
  });

  it("refuses what is too long, and takes anything else", async () => {
    const world = await openWorld();
    await world.given.organisation({ name: "O’Brien \"quoted\" & Söns" });
    const { errors } = await world.answer(nobody, "query ($query: String!) { search(query: $query) { totalCount } }", { query: "x".repeat(201) });
    expect(errors?.map(({ extensions }) => extensions["code"])).toEqual(["BAD_USER_INPUT"]);
    for (const query of ["\"", "' OR 1", "*", "NEAR(a b)", "text:x", "a-b-c", "\u0000", "o’brien \"quoted\" & sons", "-".repeat(200), "ab ".repeat(66)]) {
      const { errors } = await world.answer(nobody, "query ($query: String!) { search(query: $query) { totalCount } }", { query });
      expect({ query, errors }).toEqual({ query, errors: undefined });
    }
    expect(await titles(world, "O'BRIEN \"quoted\" SONS")).toEqual(["O’Brien \"quoted\" & Söns"]);
  });

  it("takes one statement for each kind of record that it found", async () => {
    const world = await openWorld();
    const query = '{ search(query: "north", first: 100) { totalCount nodes { title record { id } matchedIn { id } } } }';
    await world.given.organisation({ name: "North" });
    await world.given.group({ name: "North" });
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 10; made += 1) await world.given.organisation({ name: `North ${made}` });
    await world.given.group({ name: "North too" });
    const many = await world.answer(nobody, query);
    expect(many.data?.["search"]).toMatchObject({ totalCount: 13 });
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(6);
  });
});
