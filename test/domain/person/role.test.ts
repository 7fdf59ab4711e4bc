import { describe, expect, it } from "vitest";
import { nobody } from "../../../src/api/access/viewer.ts";
import { memberOf, openWorld } from "../../support/domain-world.ts";
import { certainties, foundByCase, hitsByCase, none, sure, type Case } from "../../support/found.ts";
import { deliveryOf } from "../../support/given-delivery.ts";

describe("people in roles", () => {
  it("are found by a role of which all that is asked holds", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [source, organisation] = [await make.source(), await world.given.organisation()];
    const munt = await world.given.person({ name: "Tessa Munt" });
    const smith = await world.given.person({ name: "Billy Smith" });
    const hearn = await world.given.person({ name: "Vikki Hearn" });
    await make.personRole({ personId: munt, capacity: "EXECUTIVE_MEMBER", sourceId: source });
    await make.personRole({ personId: smith, capacity: "AUTHOR", sourceId: source, title: "Graduate Commissioner", since: "2022", until: "March 2023" });
    await make.personRole({ personId: hearn, capacity: "LEAD_OFFICER", title: "Joint Strategic Commissioner", organisationId: organisation, since: "2020", until: "not applicable" });
    await make.personRole({ personId: hearn, capacity: "CONTACT", sourceId: source, since: "2020", until: "2021" });
    const cases: readonly Case[] = [
      [{}, smith, munt, hearn],
      [{ capacity: ["AUTHOR", "EXECUTIVE_MEMBER"] }, smith, munt],
      [{ titleContains: "commissioner" }, smith, hearn],
      [{ organisation }, hearn],
      [{ source }, smith, munt, hearn],
      [{ source, organisation }],
      [{ heldOn: "2024-01-01" }, munt, hearn],
      [{ heldOn: "2024-01-01", source }, munt],
      [{ heldOn: "2022-06-01", capacity: ["AUTHOR"] }, smith],
      [{ nameContains: "munt", capacity: ["AUTHOR"] }],
    ];
    expect(await foundByCase(world, "people", "PersonFilter", cases)).toEqual(hitsByCase("people", cases));
  });

  it("are reached from person, organisation and document, and lead back", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const [personId, organisationId, sourceId] = [await world.given.person({ name: "Tessa Munt" }), await world.given.organisation({ name: "Council" }), await make.source({ title: "Report" })];
    await make.personRole({ personId, organisationId, sourceId, capacity: "SPONSOR", title: "Chair", since: "2020" });
    const role = { nodes: [{ capacity: "SPONSOR", title: "Chair", since: { text: "2020" }, person: { name: "Tessa Munt" }, organisation: { name: "Council" }, source: { title: "Report" } }] };
    const fields = "roles { nodes { capacity title since { text } person { name } organisation { name } source { title } } }";
    const query = `query ($person: ID!, $organisation: ID!, $source: ID!) {
      person(id: $person) { ${fields} } organisation(id: $organisation) { ${fields} } source: node(id: $source) { ... on Source { ${fields} } }
    }`;
    expect(await world.ask(nobody, query, { person: personId, organisation: organisationId, source: sourceId })).toEqual({
      person: { roles: role }, organisation: { roles: role }, source: { roles: role },
    });
  });

  it("say how sure it is that a role was held on a day", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const stated = await make.personRole({ capacity: "LEAD_OFFICER", since: "2020", until: "not applicable" });
    const silent = await make.personRole({ capacity: "AUTHOR", since: "not stated", until: "not stated" });
    const ended = await make.personRole({ capacity: "SPONSOR", since: "2019", until: "2021" });
    expect(await certainties(world, "personRoles", "PersonRoleFilter", { on: "2024-01-01" })).toEqual(sure("personRoles", [stated, "CERTAIN"], [silent, "POSSIBLE"]));
    expect(await certainties(world, "personRoles", "PersonRoleFilter", { until: { financialYear: "2021-22" } })).toEqual(sure("personRoles", [ended, "POSSIBLE"]));
    const cases: readonly Case[] = [[{ capacity: ["SPONSOR"] }, ended], [{ titleContains: "x" }]];
    expect(await foundByCase(world, "personRoles", "PersonRoleFilter", cases)).toEqual(hitsByCase("personRoles", cases));
  });

  it("keep a hidden person and a hidden role hidden through every path", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const system = await world.given.place({ level: "SYSTEM" });
    const [organisation, source] = [await world.given.organisation(), await make.source()];
    const person = await world.given.person({ name: "Ada Hidden", visibility: "MEMBERS_ONLY", systemId: system });
    const role = await make.personRole({ personId: person, organisationId: organisation, sourceId: source, capacity: "CONTACT" });
    const other = await world.given.person({ name: "Ada Seen" });
    const hiddenRole = await make.personRole({ personId: other, organisationId: organisation, sourceId: source, capacity: "SPONSOR", audience: "MEMBERS", systemId: system });
    const query = `query ($person: ID!, $other: ID!, $organisation: ID!, $source: ID!, $role: ID!, $hiddenRole: ID!) {
      byRole: people(filter: { capacity: [CONTACT] }) { totalCount nodes { name } }
      bySource: people(filter: { source: $source }) { totalCount nodes { name } }
      byPerson: personRoles(filter: { person: $person }) { totalCount nodes { id } }
      bySponsor: personRoles(filter: { capacity: [SPONSOR] }) { totalCount nodes { id } }
      organisation(id: $organisation) { roles { nodes { capacity person { name } valueStatus(field: "person") } } }
      source: node(id: $source) { ... on Source { roles { nodes { capacity person { name } } } } }
      role: node(id: $role) { ... on PersonRole { person { name } } }
      hidden: node(id: $hiddenRole) { id }
      person(id: $person) { roles { totalCount } }
      other: person(id: $other) { roles { totalCount nodes { id } } }
    }`;
    const ids = { person, other, organisation, source, role, hiddenRole };
    expect(await world.ask(nobody, query, ids)).toEqual({
      byRole: none, bySource: none, byPerson: none, bySponsor: none,
      organisation: { roles: { nodes: [{ capacity: "CONTACT", person: null, valueStatus: "WITHHELD" }] } },
      source: { roles: { nodes: [{ capacity: "CONTACT", person: null }] } },
      role: { person: null },
      hidden: null,
      person: null,
      other: { roles: none },
    });
    expect(await world.ask(memberOf(system), query, ids)).toMatchObject({
      byRole: { nodes: [{ name: "Ada Hidden" }] }, bySource: { totalCount: 2 }, byPerson: { totalCount: 1 }, bySponsor: { totalCount: 1 },
      role: { person: { name: "Ada Hidden" } }, hidden: { id: hiddenRole },
    });
  });

  it("take one statement for each relation and level", async () => {
    const world = await openWorld();
    const make = deliveryOf(world);
    const query = "{ people { nodes { name roles { nodes { capacity organisation { name } source { title } person { name } } } } } }";
    const grow = async (): Promise<unknown> => make.personRole({ personId: await world.given.person(), organisationId: await world.given.organisation(), sourceId: await make.source() });
    await grow();
    const few = await world.answer(nobody, query);
    for (let made = 0; made < 5; made += 1) await grow();
    const many = await world.answer(nobody, query);
    expect(many.errors).toBeUndefined();
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBe(7);
  });
});
