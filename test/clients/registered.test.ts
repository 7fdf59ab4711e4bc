import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserPath, openBrowser, type TestBrowser } from "../web/browser.ts";
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

  describe.skipIf(browserPath === undefined)("in a browser", () => {
    let browser: TestBrowser;
    beforeAll(async () => { browser = await openBrowser(); });
    afterAll(async () => browser?.close());

    it("the built-in pages show what they always do", async () => {
      const { page, context, complaints } = await browser.window();
      await page.goto(`${site.url}/milestones`);
      await page.getByRole("link", { name: "Second network event" }).first().waitFor();
      await page.goto(`${site.url}/search?words=network+event`);
      await page.getByRole("link", { name: "Second network event" }).first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    it("so does a dashboard that is registered, live", async () => {
      const { page, context } = await browser.window();
      await page.goto(folder.url);
      await page.getByLabel("Address of the tracker").fill(site.url);
      await page.getByRole("button", { name: "Show the board" }).click();
      await page.getByText("Live: changes appear by themselves.").waitFor();
      expect(await page.locator("#figures").textContent()).toContain("Past due, not reported");
      await context.close();
    });
  });
});
