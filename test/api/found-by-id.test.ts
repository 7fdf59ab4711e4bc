import { getNamedType } from "graphql";
import { expect, it } from "vitest";
import { neverShown } from "../../src/api/access/audience.ts";
import { isFoundById } from "../../src/api/found-by-id.ts";
import { milestones } from "../../src/domain/delivery/milestone/table.ts";
import { cutOf, storedColumns } from "../../src/ledger/graph.ts";
import { concepts } from "../../src/schema.ts";
import { officeOfEverything, openWorld } from "../support/domain-world.ts";
import { schema } from "../support/schema.ts";

function asked(ids: readonly string[]): string {
  return `{ ${ids.map((id, place) => `a${place}: milestone(id: "${id}") { id programme { id name } }`).join(" ")} }`;
}

it("records that are asked for by their ids in one query are found together, with what they point at", async () => {
  const world = await openWorld();
  const programmeId = await world.given.programme();
  const ids = [await world.given.milestone({ programmeId }), await world.given.milestone({ programmeId }), await world.given.milestone({ programmeId })];
  const all = await world.answer(officeOfEverything, asked(ids));
  const one = await world.answer(officeOfEverything, asked(ids.slice(1, 2)));
  expect(all.data).toMatchObject({ a0: { id: ids[0], programme: { id: programmeId } }, a2: { id: ids[2], programme: { id: programmeId } } });
  expect(one.data).toMatchObject({ a0: { id: ids[1], programme: { id: programmeId } } });
  expect([all.statements, one.statements]).toEqual([2, 2]);
});

it("whoever asks for ever other columns is given whole records in the end, and no more is kept of how they are read", () => {
  const names = storedColumns(milestones).map(({ name }) => name).filter((name) => !["id", "audience", "systemId"].includes(name));
  const cuts = new Set(names.flatMap((one) => names.map((other) => cutOf(milestones, new Set([one, other])))));
  expect(names.length * (names.length - 1) / 2).toBeGreaterThan(100);
  expect(cuts.size).toBeLessThanOrEqual(101);
  expect(cuts).toContain(cutOf(milestones, null));
});

it("each query of one record by its id says that it does nothing else, but for what is shown to nobody by that", () => {
  const open = new Set(concepts.flatMap(({ kinds }) => kinds).filter(({ table }) => !neverShown(table)).map(({ type }) => type));
  const byId = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type, args }) => args.length === 1 && args[0]?.name === "id" && open.has(getNamedType(type).name));
  expect(byId.length).toBeGreaterThan(35);
  expect(byId.filter((field) => !isFoundById(field)).map(({ name }) => name)).toEqual([]);
});
