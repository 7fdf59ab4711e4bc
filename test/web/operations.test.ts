import { readFileSync } from "node:fs";
import { buildASTSchema, buildSchema, Kind, parse, print, visit } from "graphql";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/server/settings/config.ts";
import { shapeOfDocument } from "../../src/server/limits/document-shape.ts";
import { documentOverLimit } from "../../src/server/limits/over-limit.ts";
import { programmeSchema } from "../../src/serve/tracker.ts";
import { Costs } from "../../src/server/cost/costs.ts";
import { documentFiles, wholeOperations } from "../../src/web/build/documents.ts";
import { listOf, webFolder } from "../../src/web/build/generate.ts";
import { brokenOperations, operationLists } from "./operations.ts";

const sdl = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
const schema = buildSchema(sdl, { assumeValidSDL: true });
const lists = operationLists();

describe("the operations that front ends have registered", () => {
  it("are all answered by the schema", () => {
    expect(brokenOperations(lists, schema)).toEqual([]);
  });

  it("are named with their front end where a change of the schema breaks one", () => {
    const list = { frontEnd: "A dashboard", operations: { Due: "query Due { milestones(first: 1) { nodes { titel } } }", Torn: "query Torn {" } };
    expect(brokenOperations([list], schema)).toEqual([
      expect.stringMatching(/^A dashboard: Due: Cannot query field "titel" on type "Milestone"/),
      expect.stringMatching(/^A dashboard: Torn: Syntax Error/),
    ]);
  });

  it("name every front end that a change of the schema would break: here one that takes a field away", () => {
    const without = visit(parse(sdl, { noLocation: true }), { ObjectTypeDefinition: (type) => (type.name.value !== "Milestone" ? undefined : { ...type, fields: type.fields?.filter(({ name }) => name.value !== "timing") ?? [] }) });
    expect(without.definitions.some((definition) => definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.name.value === "Milestone")).toBe(true);
    const broken = brokenOperations(lists, buildASTSchema(without, { assumeValidSDL: true }));
    expect(new Set(broken.map((line) => line.split(": ")[0]))).toEqual(new Set(["The built-in pages (src/web)", "The dashboard from elsewhere (test/clients/dashboard)", "The client in TypeScript (test/clients/typescript)"]));
    expect(broken).toContainEqual('The dashboard from elsewhere (test/clients/dashboard): Board: Cannot query field "timing" on type "Milestone".');
  });

  it("ask for no more than a server answers unless it is told otherwise", () => {
    const { limits } = readSettings({});
    const texts = lists.flatMap(({ operations }) => Object.entries(operations));
    expect(texts.flatMap(([name, text]) => documentOverLimit(shapeOfDocument(parse(text, { maxTokens: limits.tokens })), limits)?.message.replace(/^/, `${name}: `) ?? [])).toEqual([]);
  });

  it("cost no more than that either", async () => {
    const costs = new Costs(await programmeSchema());
    const { limits } = readSettings({});
    const over = lists.flatMap(({ operations }) => Object.entries(operations)).flatMap(([name, text]) => {
      const document = parse(text);
      const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
      if (operation === undefined) throw new Error(`${name} is no operation.`);
      // Of what is left out unless a variable asks for it, a page asks for one at a time.
      const choices = (operation.variableDefinitions ?? []).filter(({ type }) => print(type) === "Boolean!").map(({ variable }) => variable.name.value);
      return [...choices, null].map((chosen) => costs.of(document, operation, chosen === null ? {} : { [chosen]: true })).filter(({ points, nodes }) => points > limits.cost || nodes > limits.nodes).map(({ points, nodes }) => `${name}: ${points} points, ${nodes} nodes`);
    });
    expect(over).toEqual([]);
  });

  it("are, of the pages, those that the pages have: npm run generate:operations writes them", () => {
    expect(listOf(wholeOperations(documentFiles(webFolder)))).toBe(readFileSync(new URL("../../src/web/operations.json", import.meta.url), "utf8"));
  });
});
