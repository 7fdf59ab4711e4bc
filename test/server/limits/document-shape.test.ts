import { parse } from "graphql";
import { describe, expect, test } from "vitest";
import { shapeOfDocument, type DocumentShape } from "../../../src/server/limits/document-shape.ts";
import { shapeOfVariables } from "../../../src/server/limits/input-shape.ts";

describe("shapeOfDocument", () => {
  test.each<[string, Partial<DocumentShape>]>([
    ["{ a }", { depth: 1, rootFields: 1, fields: 1, aliases: 0, directives: 0, fragments: 0, literals: { depth: 0, longestList: 0, hasBrokenText: false } }],
    ["{ a { b { c } } d }", { depth: 3, rootFields: 2, fields: 4 }],
    ["{ ... { a { ... on B { b } } } }", { depth: 2, rootFields: 1, fields: 2 }],
    ["{ ...F ...F } fragment F on Query { a b { c } }", { depth: 2, rootFields: 4, fields: 6, fragments: 1 }],
    ["query A { a } query B { b { c } d }", { depth: 2, rootFields: 2, fields: 3 }],
    ["{ x: a y: a { z: b } ...F } fragment F on Query { w: a }", { aliases: 4 }],
    ["query @d { a @d { b @d } ...F @d ... @d { c } } fragment F on Query @d { a }", { directives: 6 }],
    ["query ($v: Int = 1 @d) { a }", { directives: 1 }],
    ["{ a(v: [[1, 2, 3], { b: { c: [] } }]) }", { literals: { depth: 4, longestList: 3, hasBrokenText: false } }],
    ["query ($v: [Int] = [1, 2]) { a }", { literals: { depth: 1, longestList: 2, hasBrokenText: false } }],
    ["{ a @d(v: [1]) }", { literals: { depth: 1, longestList: 1, hasBrokenText: false } }],
    ['{ a(v: [{ b: "x\\u0000" }]) }', { literals: { depth: 2, longestList: 1, hasBrokenText: true } }],
    ['{ a(v: ["👩‍👩‍👧 é", "\\u{1f600}"]) }', { literals: { depth: 1, longestList: 2, hasBrokenText: false } }],
    ["{ a } fragment Unused on Query { a b c }", { rootFields: 1, fields: 3 }],
    ["{ ...Missing a }", { fields: 1 }],
  ])("measures %s", (document, shape) => {
    expect(shapeOfDocument(parse(document))).toMatchObject(shape);
  });

  test("counts no depth where only introspection is asked for, and all of it where anything else is", () => {
    expect(shapeOfDocument(parse("{ __schema { types { name } } __typename }")).depth).toBe(0);
    expect(shapeOfDocument(parse("{ ...I } fragment I on Query { __schema { types { name } } }")).depth).toBe(0);
    expect(shapeOfDocument(parse("{ __schema { types { name } } a }")).depth).toBe(3);
  });

  test.each([
    ["{ __schema { types { name fields { name args { name type { ofType { name } } } } } } }", false],
    ['{ a: __type(name: "A") { name } b: __type(name: "B") { fields { name } enumValues { name } } }', false],
    ["{ x: a { fields { fields { y: b } } } }", false],
    ["{ __schema { types { fields { type { fields { name } } } } } }", true],
    ["{ __schema { types { fields { args { type { ofType { enumValues { name } } } } } } } }", true],
    ["{ __schema { types { ...T } } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { possibleTypes { name } }", true],
    ["{ __schema { types { ...T } } } fragment T on __Type { x: name }", true],
    ["{ a: __schema { types { name } } }", true],
    ["{ self { ... { __schema { a: types { name } b: types { name } } } } }", true],
  ])("tells of %s whether its introspection multiplies: %s", (document, multiplies) => {
    expect(shapeOfDocument(parse(document)).introspectionMultiplies).toBe(multiplies);
  });

  test.each([
    ["{ ...A } fragment A on Q { ...A }", "A"],
    ["{ ...A } fragment A on Q { a { ...B } } fragment B on Q { ...C } fragment C on Q { ...A }", "A"],
    ["{ a } fragment A on Q { ...B } fragment B on Q { ...A }", "A"],
  ])("finds the circle in %s", (document, name) => {
    expect(shapeOfDocument(parse(document)).circularFragment).toBe(name);
  });

  test("counts fragments that multiply without walking them", () => {
    const doubling = Array.from({ length: 29 }, (_, n) => `fragment F${n} on Q { ...F${n + 1} ...F${n + 1} }`).join(" ");
    expect(shapeOfDocument(parse(`{ ...F0 } ${doubling} fragment F29 on Q { a b }`)).fields).toBe(2 ** 30);
  });

  test.each([
    ["lists", `{ a(v: ${"[".repeat(700)}${"]".repeat(700)}) }`, { literals: { depth: 700, longestList: 1 } }],
    ["selections", "{ a ".repeat(490) + "}".repeat(490), { depth: 490 }],
  ])("measures %s as deep as the parser goes", (_, document, shape) => {
    expect(shapeOfDocument(parse(document))).toMatchObject(shape);
  });
});

describe("shapeOfVariables", () => {
  test.each([
    [{}, { depth: 0, longestList: 0, hasBrokenText: false }],
    [{ a: 1, b: null }, { depth: 0, longestList: 0, hasBrokenText: false }],
    [{ a: [1, 2], b: { c: [{ d: 1 }] } }, { depth: 3, longestList: 2, hasBrokenText: false }],
    [{ a: "NUL\0" }, { depth: 0, longestList: 0, hasBrokenText: true }],
    [{ a: [["\ud83d"], "\ud83d\ude00"] }, { depth: 2, longestList: 2, hasBrokenText: true }],
    [{ a: "\ud83d\ude00" }, { depth: 0, longestList: 0, hasBrokenText: false }],
  ])("measures %j", (variables, shape) => {
    expect(shapeOfVariables(variables)).toEqual(shape);
  });

  test("measures what is deeper than any stack", () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 100_000; depth += 1) value = [value];
    expect(shapeOfVariables({ value }).depth).toBe(100_000);
  });
});
