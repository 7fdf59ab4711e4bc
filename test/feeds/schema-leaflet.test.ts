import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { freshLedger } from "../support/domain-world.ts";
import { passwordFor, served } from "../support/served.ts";

describe("the schema at its address", () => {
  it("is the one that is committed, as text, and is not sent again to whoever has it", async () => {
    const { url } = await served(await freshLedger());
    const answer = await fetch(`${url}/schema.graphql`);
    const text = await answer.text();
    expect([answer.status, answer.headers.get("content-type"), text === readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8")]).toEqual([200, "text/plain; charset=utf-8", true]);
    expect(Object.keys(buildSchema(text, { assumeValidSDL: true }).getQueryType()?.getFields() ?? {})).toContain("milestones");
    const etag = answer.headers.get("etag") ?? "";
    const again = await fetch(`${url}/schema.graphql`, { headers: { "if-none-match": etag } });
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    expect((await fetch(`${url}/schema.graphql`, { headers: { "if-none-match": '"another"' } })).status).toBe(200);
  });

  it("is for whoever may ask the graph", async () => {
    const ledger = await freshLedger();
    const { url } = await served(ledger, { PUBLIC_READ: "false" });
    const stranger = await fetch(`${url}/schema.graphql`);
    expect([stranger.status, await stranger.json()]).toMatchObject([401, { errors: [{ extensions: { code: "UNAUTHENTICATED" } }] }]);
    const known = await fetch(`${url}/schema.graphql`, { headers: await passwordFor(ledger, "READER") });
    expect([known.status, known.headers.get("cache-control"), known.headers.get("vary")]).toEqual([200, "private, no-cache", "authorization, cookie"]);
  });
});
