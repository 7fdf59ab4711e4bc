import { getTableConfig } from "drizzle-orm/sqlite-core";
import { assertObjectType, getNullableType, isObjectType } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { describe, expect, it } from "vitest";
import { neverShown } from "../../src/api/access/audience.ts";
import { openContext } from "../../src/api/context.ts";
import { nobody } from "../../src/api/access/viewer.ts";
import { reads } from "../../src/api/reads.ts";
import { readDay } from "../../src/kernel/day.ts";
import { concepts } from "../../src/schema.ts";
import { freshLedger, openWorld } from "../support/domain-world.ts";
import { schema } from "../support/schema.ts";

interface Pointer {
  readonly type: string;
  readonly field: string;
  readonly column: string;
  readonly target: string;
}

const kinds = concepts.flatMap((concept) => concept.kinds);
const typeOfTable = new Map(kinds.map(({ type, table }) => [getTableConfig(table).name, type]));

/** The fields that lead to a record which a column of the same name points at. */
const pointers = kinds.flatMap(({ type, table }) => getTableConfig(table).foreignKeys.flatMap((key): Pointer[] => {
  const { columns, foreignTable } = key.reference();
  const [column] = columns;
  const target = typeOfTable.get(getTableConfig(foreignTable).name);
  const made = schema.getType(type);
  const field = column?.name.replace(/Id$/, "") ?? "";
  const answer = isObjectType(made) ? getNullableType(made.getFields()[field]?.type) : undefined;
  return column !== undefined && target !== undefined && !neverShown(foreignTable) && isObjectType(answer) && answer.name === target ? [{ type, field, column: column.name, target }] : [];
}));

describe("a field that leads to the record which a column points at", () => {
  it("is one of many", () => {
    expect(pointers.length).toBeGreaterThan(80);
  });

  it("has a method that gives that record, and reads nothing else of its own: so it may be found without", async () => {
    const ledger = await freshLedger("THE_DOCUMENTS");
    const lease = ledger.lease();
    const context = openContext({ moment: lease, viewer: nobody, smallNumber: 5, today: readDay("2024-07-05"), deadline: Number.POSITIVE_INFINITY });
    const storage = getMetadataStorage();
    let compared = 0;
    for (const { type, field, column, target } of pointers) {
      const names = new Set([type, ...assertObjectType(schema.getType(type)).getInterfaces().map(({ name }) => name)]);
      const table = kinds.find((kind) => kind.type === target)?.table;
      const id = table === undefined ? undefined : lease.graph.run(`select id from ${getTableConfig(table).name} where audience = 'PUBLIC' limit 1`, [])[0]?.["id"];
      const methods = storage.fieldResolvers.filter(({ schemaName, getObjectType }) => {
        const over: unknown = getObjectType?.();
        return schemaName === field && [...storage.objectTypes, ...storage.interfaceTypes].some(({ name, target: made }) => made === over && names.has(name));
      });
      for (const { target: made, methodName, params = [] } of methods) {
        const read = new Set<string | symbol>();
        const row = new Proxy({ [column]: id ?? "xx_0000000000000000" }, { get: (of, name): unknown => { read.add(name); return Reflect.get(of, name); } });
        const given = params.toSorted((a, b) => a.index - b.index).map(({ kind }) => (kind === "root" ? row : kind === "context" ? context : undefined));
        const method: unknown = Reflect.get(Object(made.prototype), methodName);
        if (typeof method !== "function") throw new Error(`${made.name} has no ${methodName}.`);
        const answer: unknown = await Reflect.apply(method, Reflect.construct(made, []), given);
        const found: unknown = answer === null ? null : Reflect.get(Object(answer), "id");
        expect({ type, field, read: [...read] }).toEqual({ type, field, read: [column] });
        expect({ type, field, id: found }).toEqual({ type, field, id: id ?? null });
        compared += 1;
      }
    }
    lease.release();
    expect(compared).toBeGreaterThan(80);
  });
});

/** The same without how milestones stand. */
function withoutTiming(given: unknown): unknown {
  return JSON.parse(JSON.stringify(given).replaceAll(/,"timing":"[A-Z_]+"/g, ""));
}

describe("a page", () => {
  it("is answered alike whether its records are read whole or by the columns that are asked for", async () => {
    const world = await openWorld();
    const programmeId = await world.given.programme({ name: "Trauma-informed" });
    for (const day of ["2024-05-01", "2024-06-01"]) await world.given.milestone({ programmeId, title: day, baseline: day, firstBaseline: day });
    const narrow = "title due { earliest } programme { name }";
    // How it stands on a day is worked out of a whole record.
    const whole = `${narrow} timing`;
    for (const page of ["nodes { F }", "edges { node { F } }", "...P pageInfo { endCursor }", "edges { ...E }", "nodes @include(if: true) { F }", "nodes { ... @include(if: true) { F } }"]) {
      const asked = (fields: string): string => `query Page { milestones(orderBy: DUE) { ${page.replace("F", fields)} } }
        ${page.includes("P") ? `fragment P on MilestoneConnection { nodes { ${fields} } }` : ""} ${page.includes("E }") ? `fragment E on MilestoneEdge { node { ${fields} } }` : ""}`;
      expect(await world.ask(nobody, asked(narrow)), page).toEqual(withoutTiming(await world.ask(nobody, asked(whole))));
    }
  });

  it("that is asked for by two names is answered for each", async () => {
    const world = await openWorld();
    await world.given.milestone({ title: "Launch", baseline: "2024-05-01", firstBaseline: "2024-05-01" });
    expect(await world.ask(nobody, "{ one: milestones { nodes { title } } other: milestones { nodes { timing } nodes { status } } }")).toEqual({
      one: { nodes: [{ title: "Launch" }] }, other: { nodes: [{ timing: "PAST_DUE_NOT_REPORTED", status: "SCHEDULED" }] },
    });
  });
});

it("what a method says that it reads is held to what it takes", () => {
  class Resolver {
    @reads("title")
    one({ title }: { readonly title: string }): string {
      return title;
    }

    // @ts-expect-error -- it reads what it does not say
    @reads("title")
    other({ title, status }: { readonly title: string; readonly status: string }): string {
      return `${title} ${status}`;
    }
  }
  expect(new Resolver().one({ title: "Launch" })).toBe("Launch");
});
