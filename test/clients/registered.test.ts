import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite, type Site } from "../web/site.ts";
import { serveFolder, type ServedFolder } from "./folder.ts";

const FOLDER = fileURLToPath(new URL("dashboard", import.meta.url));

/** A server that answers registered operations only, beside a dashboard that has registered its own. */
describe("where only registered operations are answered", () => {
  let folder: ServedFolder;
  let site: Site;

  beforeAll(async () => {
    folder = await serveFolder(FOLDER);
    site = await openSite({ ALLOWED_ORIGINS: folder.url, OPERATIONS: "registered", OPERATION_LISTS: `${FOLDER}/operations.json` });
  });
  afterAll(async () => {
    await site?.close();
    await folder?.close();
  });

  it("nothing else is, and the schema is not told; tables stay", async () => {
    const answer = await fetch(`${site.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: "{ milestones(first: 1) { totalCount } }" }) });
    expect([answer.status, await answer.json()]).toMatchObject([403, { errors: [{ extensions: { code: "OPERATION_NOT_REGISTERED" } }] }]);
    const schema = await fetch(`${site.url}/schema.graphql`);
    expect([schema.status, await schema.json()]).toMatchObject([403, { errors: [{ extensions: { code: "INTROSPECTION_OFF" } }] }]);
    expect((await fetch(`${site.url}/tables/milestones.csv`)).status).toBe(200);
  });
});
