import { GraphQLError } from "graphql";
import { describe, expect, test } from "vitest";
import { refusal } from "../../../src/kernel/problem.ts";
import { ask, post, start, type LogLine, type Running } from "../support.ts";

function faultsOf(server: Running): readonly LogLine[] {
  return server.logged.filter((line) => line.msg === "fault");
}

describe("a fault", () => {
  test("is masked, carries a reference, and is found under it in the log", async () => {
    const server = await start();
    const { status, text, errors, data } = await ask(server, "{ fail }");
    expect({ status, data }).toEqual({ status: 200, data: { fail: null } });
    expect(text).not.toMatch(/SQLITE|milestones|waymark\.db|\.ts/);
    const reference = errors?.[0]?.extensions["reference"];
    expect(errors).toEqual([
      {
        message: `Something went wrong on our side. Please try again; if it happens again, tell whoever runs this server the reference ${String(reference)}.`,
        path: ["fail"],
        extensions: { code: "INTERNAL_SERVER_ERROR", reference },
      },
    ]);
    expect(faultsOf(server)).toMatchObject([{ reference, error: "Error", message: "SQLITE_ERROR: no such table: milestones in /data/waymark.db", path: "fail" }]);
    expect(server.logged.filter((line) => line.msg === "request")).toMatchObject([{ reference, outcome: "INTERNAL_SERVER_ERROR" }]);
  });

  test.each<[string, () => unknown]>([
    ["an error with extensions of its own", () => { throw Object.assign(new Error("secret"), { extensions: { code: "DRIVER" } }); }],
    ["a GraphQL error around another error", () => { throw new GraphQLError("secret", { originalError: new Error("secret"), extensions: { code: "DRIVER" } }); }],
    ["a GraphQL error without a code", () => { throw new GraphQLError("secret"); }],
    ["what is no error", () => Promise.reject("secret")],
  ])("is what comes of %s", async (_, fail) => {
    const { code, text } = await ask(await start({ fail }), "{ fail }");
    expect(code).toBe("INTERNAL_SERVER_ERROR");
    expect(text).not.toContain("secret");
  });

  test("of a value that cannot be represented keeps the value out of answer and log", async () => {
    const server = await start();
    const { code, text } = await ask(server, "{ secret }");
    expect(code).toBe("INTERNAL_SERVER_ERROR");
    expect(text).not.toContain("Jane Smith");
    expect(JSON.stringify(server.logged)).not.toContain("Jane Smith");
  });

  test("of a null that must not be one names nothing of the schema", async () => {
    const { status, code, text } = await ask(await start(), "{ never }");
    expect({ status, code }).toEqual({ status: 200, code: "INTERNAL_SERVER_ERROR" });
    expect(text).not.toContain("Query.never");
  });

  test("in opening the context is masked too", async () => {
    const server = await start({ application: { openContext: () => Promise.reject(new Error("SQLITE_BUSY")) } });
    const { status, code, text } = await ask(server, "{ hello }");
    expect({ status, code }).toEqual({ status: 500, code: "INTERNAL_SERVER_ERROR" });
    expect(text).not.toContain("SQLITE_BUSY");
    expect(faultsOf(server)).toHaveLength(1);
  });
});

describe("a refusal", () => {
  test("by a resolver is bad input, with its problems", async () => {
    const { status, errors } = await ask(await start(), "{ refuse }");
    const message = "This title has 301 characters, and at most 300 fit.";
    expect(status).toBe(200);
    expect(errors).toEqual([{ message, path: ["refuse"], extensions: { code: "BAD_USER_INPUT", problems: [{ code: "TITLE_TOO_LONG", message, path: ["title"] }] } }]);
  });

  test("in opening the context answers the request with 400", async () => {
    const server = await start({ application: { openContext: () => Promise.reject(refusal("NOT_YET_PAST", "This moment is not yet past.")) } });
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 400, code: "BAD_USER_INPUT", message: "This moment is not yet past." });
  });

  test("with a code and a status of its own keeps both", async () => {
    const signIn = new GraphQLError("Please sign in.", { extensions: { code: "UNAUTHENTICATED", http: { status: 401 } } });
    const server = await start({ application: { openContext: () => Promise.reject(signIn) } });
    expect(await ask(server, "{ hello }")).toMatchObject({ status: 401, code: "UNAUTHENTICATED", message: "Please sign in." });
  });
});

describe("what GraphQL finds wrong", () => {
  test.each([
    ["a syntax error", "{ hello", undefined, "GRAPHQL_PARSE_FAILED"],
    ["a quotation mark of another language", "{ rate(rating: 'RED') }", undefined, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", "{ helo }", undefined, "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown argument", "{ rate(ratin: RED) }", undefined, "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown enum value", "{ rate(rating: REDD) }", undefined, "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown enum value in a variable", "query ($r: Rating) { rate(rating: $r) }", { r: "REDD" }, "BAD_USER_INPUT"],
  ])("about %s is told with 400 and without suggestions", async (_, query, variables, code) => {
    const { status, text, ...told } = await ask(await start(), query, variables);
    expect({ status, code: told.code }).toEqual({ status: 400, code });
    expect(text).not.toMatch(/did you mean|stack/i);
  });

  test("does not repeat at length what was sent", async () => {
    const { text } = await ask(await start(), "query ($r: Rating) { rate(rating: $r) }", { r: "x".repeat(90_000) });
    expect(text.length).toBeLessThan(2_000);
  });

  test("is told of the first twenty mistakes", async () => {
    const { errors } = await ask(await start(), `{ self { ${"unknown ".repeat(100)} } }`);
    expect(errors).toHaveLength(21);
    expect(errors?.[20]?.message).toBe("Too many validation errors, error limit reached. Validation aborted.");
  });

  test("about an operation that is not there is told with 400", async () => {
    const body = JSON.stringify({ query: "query A { hello }", operationName: "B" });
    expect(await post(await start(), body)).toMatchObject({ status: 400, code: "OPERATION_RESOLUTION_FAILURE" });
  });
});
