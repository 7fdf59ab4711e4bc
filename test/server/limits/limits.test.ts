import { getIntrospectionQuery } from "graphql";
import { describe, expect, test } from "vitest";
import { ask, start } from "../support.ts";

const many = (count: number, write: (n: number) => string): string => Array.from({ length: count }, (_, n) => write(n)).join(" ");
const nested = (depth: number): string => `${"{ self ".repeat(depth - 1)}{ hello }${" }".repeat(depth - 1)}`;
const brackets = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

describe("a document", () => {
  test.each([
    ["tokens", 1_000, (n: number) => `{ echo(value: [${many(n - 9, String)}]) }`, "QUERY_TOO_LARGE", { LIMIT_INPUT_LIST: "1000" }],
    ["lines", 2_000, (n: number) => `{ hello${"\n".repeat(n - 1)}}`, "QUERY_TOO_LARGE", {}],
    ["depth", 15, nested, "QUERY_TOO_DEEP", {}],
    ["aliases", 50, (n: number) => `{ self { ${many(n, (i) => `a${i}: hello`)} } }`, "TOO_MANY_ALIASES", {}],
    ["directives", 50, (n: number) => `{ self { ${many(n, () => "hello @include(if: true)")} } }`, "TOO_MANY_DIRECTIVES", {}],
    ["root fields", 30, (n: number) => `{ ${many(n, () => "hello")} }`, "TOO_MANY_ROOT_FIELDS", {}],
    ["fragments", 30, (n: number) => `{ ${many(n, (i) => `...F${i}`)} } ${many(n, (i) => `fragment F${i} on Query { hello }`)}`, "TOO_MANY_FRAGMENTS", { LIMIT_ROOT_FIELDS: "1000" }],
    ["fields", 400, (n: number) => `{ self { ${many(n - 1, () => "hello")} } }`, "TOO_MANY_FIELDS", {}],
    ["literal depth", 12, (n: number) => `{ echo(value: ${brackets(n)}) }`, "INPUT_TOO_DEEP", {}],
    ["literal list", 250, (n: number) => `{ echo(value: [${many(n, String)}]) }`, "INPUT_LIST_TOO_LONG", {}],
  ])("is taken at the limit of %s, and refused one above", async (_, most, write, code, settings) => {
    const server = await start({ settings });
    expect(await ask(server, write(most))).toMatchObject({ status: 200, errors: undefined });
    const refused = await ask(server, write(most + 1));
    expect(refused).toMatchObject({ status: 400, code, data: undefined });
    expect(refused.message).toContain(new Intl.NumberFormat("en-GB").format(most));
  });

  test.each([
    ["that circle", "{ ...A } fragment A on Query { self { ...B } } fragment B on Query { self { ...A } }", "FRAGMENT_CYCLE"],
    ["that multiply", `{ ...F0 } ${many(29, (n) => `fragment F${n} on Query { self { ...F${n + 1} ...F${n + 1} } }`)} fragment F29 on Query { hello }`, "QUERY_TOO_DEEP"],
    ["that multiply in breadth", `{ self { ...F0 } } ${many(29, (n) => `fragment F${n} on Query { ${many(10, () => `...F${n + 1}`)} }`)} fragment F29 on Query { hello }`, "TOO_MANY_FIELDS"],
    ["that multiply at the top", `{ ...F0 } ${many(5, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F5 on Query { hello }`, "TOO_MANY_ROOT_FIELDS"],
  ])("is refused for fragments %s", async (_, query, code) => {
    expect(await ask(await start(), query)).toMatchObject({ status: 400, code });
  });

  test("is refused in words that state the limit and what was sent", async () => {
    const { message } = await ask(await start(), nested(16));
    expect(message).toBe("This operation is 16 levels deep, and at most 15 are taken. Ask for the deeper part in another request.");
  });

  test("is judged before it is validated", async () => {
    const { code } = await ask(await start(), `{ self { ${many(400, () => "unknown")} } }`);
    expect(code).toBe("TOO_MANY_FIELDS");
  });

  test("is refused again when Apollo has kept it", async () => {
    const server = await start();
    await ask(server, nested(16));
    expect(await ask(server, nested(16))).toMatchObject({ status: 400, code: "QUERY_TOO_DEEP" });
  });

  test.each([
    ["lists", `{ echo(value: ${brackets(400)}) }`],
    ["objects", `{ echo(value: ${"{a:".repeat(300)}1${"}".repeat(300)}) }`],
    ["lists that never close", `{ echo(value: ${"[".repeat(990)}`],
    ["selections", nested(330)],
  ])("of %s as deep as tokens allow is refused without running out of stack", async (_, query) => {
    const refused = await ask(await start(), query);
    expect(refused.status).toBe(400);
    expect(refused.text).not.toContain("call stack");
  });

  test("may introspect the schema, as every explorer does, at whatever depth limit", async () => {
    const query = getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true, inputValueDeprecation: true, oneOf: true });
    expect(await ask(await start(), query)).toMatchObject({ status: 200, errors: undefined });
    expect(await ask(await start({ settings: { LIMIT_DEPTH: "3" } }), query)).toMatchObject({ status: 200, errors: undefined });
  });
});

test("introspection that multiplies is refused, however small it is written", async () => {
  const refused = await ask(await start(), "{ __schema { types { fields { type { fields { name } } } } } }");
  expect(refused).toMatchObject({ status: 400, code: "INTROSPECTION_TOO_LARGE" });
});

describe("a variable", () => {
  const query = "query ($value: Json) { echo(value: $value) }";

  test.each([
    ["depth", 12, (n: number): unknown => JSON.parse(brackets(n)), "INPUT_TOO_DEEP"],
    ["list", 250, (n: number): unknown => Array.from({ length: n }, () => 1), "INPUT_LIST_TOO_LONG"],
  ])("is taken at the limit of %s, and refused one above", async (_, most, make, code) => {
    const server = await start();
    expect(await ask(server, query, { value: make(most) })).toMatchObject({ status: 200, errors: undefined });
    expect(await ask(server, query, { value: make(most + 1) })).toMatchObject({ status: 400, code });
  });

  test("is judged each time, also for a document that Apollo has kept", async () => {
    const server = await start();
    expect(await ask(server, query, { value: [] })).toMatchObject({ status: 200 });
    expect(await ask(server, query, { value: Array.from({ length: 251 }, () => 1) })).toMatchObject({ code: "INPUT_LIST_TOO_LONG" });
  });

  test.each([["NUL", "a\0"], ["half a character", "a\ud800"]])("with %s in a text is refused, wherever it stands", async (_, text) => {
    const server = await start();
    expect(await ask(server, query, { value: ["well", { inner: text }] })).toMatchObject({ status: 400, code: "BAD_USER_INPUT", data: undefined });
  });

  test("that an act is sent is left to the act, which says which text is none", async () => {
    expect(await ask(await start(), "mutation ($to: String!) { rename(to: $to) }", { to: "a\0" })).toMatchObject({ status: 200, data: { rename: "renamed" } });
  });
});

test("NUL in a text of the document is refused", async () => {
  expect(await ask(await start(), '{ echo(value: "a\\u0000") }')).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
});
