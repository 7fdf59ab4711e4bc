import { describe, expect, it } from "vitest";
import { actName } from "../../../src/api/act/act-enum.ts";
import { actOn } from "../../../src/api/act/kept.ts";
import { acting } from "../../../src/api/act/acting.ts";
import { openContext, type Context } from "../../../src/api/context.ts";
import { schema } from "../../support/schema.ts";
import type { Role } from "../../../src/api/access/role.ts";
import { Standpoint } from "../../../src/api/moment/standpoint.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { placeById } from "../../../src/domain/foundation/place/loaders.ts";
import { placeKind } from "../../../src/domain/foundation/place/table.ts";
import { permissions } from "../../../src/domain/partners/access/permissions.ts";
import { personKind } from "../../../src/domain/partners/person/table.ts";
import { readDay } from "../../../src/kernel/day.ts";
import { concepts, standards } from "../../../src/schema.ts";
import { holding, memberOf, openWorld, type World } from "../../support/domain-world.ts";
import { documentOf, Ids, sampleFor, trying } from "../../support/sample-mutation.ts";
import { twoOfEach } from "../../support/two-of-each.ts";

/** Every mutation asks, and asks for what stands in the table of permissions: each is tried by nobody, and by a member without any role. */

const kinds = concepts.flatMap((concept) => concept.kinds);
/** The acts of the table, by their names in the schema. */
const names = new Set(Object.keys(permissions).map(actName));
/** Acts that take no role: whoever signed in makes a calendar of what they see. */
const OPEN = new Set(["createCalendarAddress"]);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

describe("every mutation", () => {
  it("is for those who signed in", async () => {
    const world = await openWorld();
    const answers = await Promise.all(mutations.map(async (mutation) => {
      // A kind that is kept by the acts for every kind, one that has verbs of its own, and no id at all.
      const sent = [{ kind: placeKind, first: "pl_0000000000000000", second: "" }, { kind: milestoneKind, first: "ms_0000000000000000", second: "" }, { kind: placeKind, first: "nothing", second: "" }];
      const codes = sent.map(async (pair) => {
        const { errors } = await world.answer(nobody, documentOf(mutation, "entry"), sampleFor(mutation, new Ids([pair], mutation)));
        return errors?.[0]?.extensions["code"] ?? errors?.[0]?.message;
      });
      return [mutation.name, ...(await Promise.all(codes))];
    }));
    expect(answers.length).toBeGreaterThan(4);
    expect(answers).toEqual(mutations.map(({ name }) => [name, "UNAUTHENTICATED", "UNAUTHENTICATED", "UNAUTHENTICATED"]));
    expect((await world.answer(nobody, "mutation { record(records: []) { entry } }")).errors?.[0]?.extensions["code"]).toBe("UNAUTHENTICATED");
  });

  it("asks for an act that stands in the table, and writes nothing for somebody without a role", async () => {
    const world = await openWorld();
    const pairs = await twoOfEach(world, schema, kinds);
    const head = world.ledger.head();
    const answers: [string, string][] = [];
    for (const mutation of mutations) {
      const { code, act } = await trying(world, memberOf(), mutation, pairs, 'reason: "Tried"');
      answers.push([mutation.name, code === "FORBIDDEN" && !names.has(act ?? "") ? `asks for ${act}` : code]);
    }
    expect(answers.filter(([name]) => !OPEN.has(name))).toEqual(mutations.flatMap(({ name }) => (OPEN.has(name) ? [] : [[name, "FORBIDDEN"]])));
    expect(Object.values(permissions).filter(({ by }) => by === "SIGNED_IN").length).toBe(OPEN.size);
    expect(world.ledger.head()).toBe(head);
  });
});

function contextOf({ ledger }: World, role: Role = "STEWARD"): Context {
  const standpoint = new Standpoint(ledger.lease());
  return openContext({ moment: standpoint, viewer: holding(role, null), smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY, desk: { ledger, standpoint, viewerIn: () => holding(role, null), permissions, standards, key: null } });
}

describe("a mutation", () => {
  const made = { args: { dryRun: false }, sent: {}, kind: placeKind, load: placeById };
  const place = { fields: { audience: "PUBLIC", name: "Devon", level: "SYSTEM" }, problems: [] };

  it.each([
    ["that writes without having asked", "milestone:plan", /writes a Place for which it has not asked/],
    ["whose act stands in no table", actOn({ ...placeKind, type: "Nowhere" }, "record"), /nowhere:record stands in no table of permissions/],
  ] as const)("%s fails loudly, even for a steward", async (_, name, complaint) => {
    const world = await openWorld();
    const head = world.ledger.head();
    await expect(acting(contextOf(world), { name, ...made }, (draft) => draft.create(placeKind, place))).rejects.toThrow(complaint);
    expect(world.ledger.head()).toBe(head);
  });

  it("says what it did although the time of its request ran out as it was done", async () => {
    const world = await openWorld();
    const context = { ...contextOf(world), deadline: performance.now() + 5_000 };
    const { entry, record } = await acting(context, { name: "place:record", ...made }, (draft) => {
      draft.demand(placeKind, place.fields);
      const id = draft.create(placeKind, place);
      // As where all that it decides takes longest.
      context.deadline = performance.now() - 1;
      return id;
    });
    expect([entry, record?.name]).toEqual([world.ledger.head(), "Devon"]);
  });

  it("that asks for one record and writes another fails as loudly", async () => {
    const world = await openWorld();
    const [asked, other] = [await world.given.programme(), await world.given.place()];
    await expect(acting(contextOf(world, "OFFICE"), { name: "milestone:plan", ...made }, (draft) => {
      const { kind, row } = draft.findRecord(asked);
      draft.demand(kind, row);
      draft.change(placeKind, other, { fields: { name: "Elsewhere" }, problems: [] });
      return other;
    })).rejects.toThrow(/has not asked/);
  });

  it("that asks under another name than its own fails as loudly", async () => {
    const world = await openWorld();
    await expect(acting(contextOf(world), { name: "place:record", ...made }, (draft) => {
      draft.demand(placeKind, place.fields, "place:amend");
      return draft.create(placeKind, place);
    })).rejects.toThrow(/place:record was done, and asked for under another name/);
  });

  it("that erases somebody without having asked fails as loudly", async () => {
    const world = await openWorld();
    const person = await world.given.person();
    await expect(acting(contextOf(world), { name: "person:erase", ...made }, (draft) => {
      draft.erase(personKind, person, []);
      return person;
    })).rejects.toThrow(/writes a Person for which it has not asked/);
  });
});
