import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isInterfaceType, isIntrospectionType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "../support/schema.ts";
import { placesIn } from "./where.ts";

const root = new URL("../../", import.meta.url);
const where = placesIn(fileURLToPath(new URL("src/", root)), schema);

const fields = Object.values(schema.getTypeMap())
  .filter((type) => (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type))
  .flatMap((type) => (isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));

function lineAt(place: string): string {
  const [file = "", line] = place.split(":");
  return readFileSync(new URL(file, root), "utf8").split("\n")[Number(line) - 1] ?? "";
}

describe("npm run where", () => {
  it("finds every field of the schema", () => {
    expect(fields.length).toBeGreaterThan(2_000);
    expect(fields.filter((field) => where(field) === null)).toEqual([]);
  });

  it("finds it in the line that names it, but where one class is made for many types", () => {
    const elsewhere = fields.filter((field) => !new RegExp(`\\b${field.split(".")[1]}\\b`).test(lineAt(where(field) ?? "")));
    // What an act answers with is called after its record.
    expect(elsewhere.filter((field) => !/^\w+Payload\./.test(field))).toEqual(["Viewer.roles"]);
  });

  it.each([
    ["one of its own", "Milestone.timing", "src/domain/delivery/milestone/resolver.ts"],
    ["one that stands as it is", "Milestone.title", "src/domain/delivery/milestone/type.ts"],
    ["one that another concept lends", "Workstream.milestones", "src/domain/delivery/milestone/resolver.ts"],
    ["one that is lent to every record", "Milestone.provenance", "src/domain/foundation/source/"],
    ["a query", "Query.milestones", "src/domain/delivery/milestone/resolver.ts"],
    ["an act", "Mutation.planMilestone", "src/domain/delivery/milestone/mutations.ts"],
    ["an act on every kind", "Mutation.amend", "src/api/act/record-mutations.ts"],
    ["a subscription", "Subscription.changed", "src/api/changes/resolver.ts"],
  ])("knows where to look for %s", (_, field, place) => {
    expect(where(field)).toContain(place);
  });

  it("knows of no field that is not there", () => {
    expect(["Organisation.milestones", "Nothing.at", "Milestone"].map(where)).toEqual([null, null, null]);
  });
});
