import { expect, test } from "vitest";
import { start } from "../support.ts";

test("the explorer opens on the example query", async () => {
  const server = await start({ application: { exampleQuery: "# Where we are\nquery Example { hello }" } });
  const script = await (await fetch(`${server.url}/explore/opening.js`)).text();
  expect(script).toContain(JSON.stringify("# Where we are\nquery Example { hello }"));
});

test("the explorer's page asks nothing of any other place, and all that it names is served", async () => {
  const server = await start();
  const page = await fetch(`${server.url}/explore`);
  const html = await page.text();
  expect(page.headers.get("content-security-policy")).not.toMatch(/https?:|unsafe-eval|\*|script-src[^;]*unsafe-inline/);
  expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
  const named = Array.from(html.matchAll(/(?:src|href)="([^"]+)"/g), ([, path]) => path ?? "").filter((path) => path !== "/explore/");
  expect(named).toContain("main.js");
  for (const path of named) {
    const part = await fetch(`${server.url}/explore/${path}`);
    await part.arrayBuffer();
    expect([path, part.status]).toEqual([path, 200]);
  }
});

test("the explorer greets nobody by name and advertises nothing", async () => {
  const server = await start();
  expect(await (await fetch(`${server.url}/explore/assets/i18n/en-US.json`)).text()).not.toContain("Ezio");
  expect(await (await fetch(`${server.url}/explore/opening.js`)).text()).toContain('"banners.disable":true');
});
