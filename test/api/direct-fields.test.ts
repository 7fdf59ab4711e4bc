import { assertObjectType, isObjectType, type GraphQLField, type GraphQLResolveInfo } from "graphql";
import { expect, it } from "vitest";
import { programmeSchema } from "../../src/serve/tracker.ts";

const schema = await programmeSchema();

function fieldOf(type: string, name: string): GraphQLField<unknown, unknown> {
  const field = isObjectType(schema.getType(type)) ? assertObjectType(schema.getType(type)).getFields()[name] : undefined;
  if (field === undefined) throw new Error(`${type} has no ${name}.`);
  return field;
}

/** What a field answers that takes nothing but its record and what is sent. */
function answered(type: string, name: string, record: object, sent: object = {}): unknown {
  // oxlint-disable-next-line no-unsafe-type-assertion -- the method takes no more
  return fieldOf(type, name).resolve?.(record, { ...sent }, {}, {} as GraphQLResolveInfo);
}

it("a field that is worked out from its record and an argument is answered at once", () => {
  const milestone = { status: "CANCELLED" };
  expect(answered("Milestone", "timing", milestone, { on: "2024-07-05" })).toBe("CANCELLED");
});

it("a field without a method is read from its record by the executor itself", () => {
  expect(fieldOf("Milestone", "title").resolve).toBeUndefined();
});

it("what every record has is answered by the same method for each kind", () => {
  expect(answered("Milestone", "isExample", { isExample: true })).toBe(true);
  expect(answered("Pledge", "isExample", {})).toBe(false);
});
