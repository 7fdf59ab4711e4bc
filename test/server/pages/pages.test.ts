import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { start, type Running } from "../support.ts";

const html = "<!doctype html><title>Waymark</title>";
const script = "export const waymark = 1;";

/** A server of pages that were built: a page at / and at /milestones/:id, with one script. */
async function withPages(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-pages-"));
  onTestFinished(() => { rmSync(folder, { recursive: true }); });
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), html);
  writeFileSync(join(folder, "addresses.json"), JSON.stringify({ "/": [], "/milestones/:id": ["assets/main-1a2b.js"] }));
  writeFileSync(join(folder, "assets", "main-1a2b.js"), script);
  mkdirSync(join(folder, "docs"));
  for (const name of ["index", "tables"]) writeFileSync(join(folder, "docs", `${name}.html`), `${html}${name}`);
  writeFileSync(join(folder, "assets", "main-1a2b.js.br"), brotliCompressSync(script));
  writeFileSync(join(folder, "assets", "main-1a2b.js.gz"), gzipSync(script));
  return start({ application: { pages: folder } });
}

/** As it comes over the wire: fetch would unpack it, and say that it takes everything. */
async function raw(url: string, headers: Readonly<Record<string, string>>): Promise<{ readonly status: number | undefined; readonly headers: Readonly<Record<string, unknown>>; readonly bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => { resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(parts) }); });
    }).on("error", reject).end();
  });
}

describe("the pages", () => {
  test.each(["/", "/milestones/ms_1"])("are served at %s, to be asked for again each time, and may load only what comes from here", async (path) => {
    const server = await withPages();
    const response = await fetch(`${server.url}${path}`);
    expect([response.status, await response.text()]).toEqual([200, html]);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
  });

  test("name what they take beside what all take, so that it is on its way before any script has run", async () => {
    const server = await withPages();
    const links = await Promise.all(["/", "/milestones/ms_1", "/nowhere"].map(async (path) => (await fetch(`${server.url}${path}`, { headers: { accept: "text/html" } })).headers.get("link")));
    expect(links).toEqual([null, "</assets/main-1a2b.js>; rel=modulepreload", null]);
  });

  test("have the guides beside them, under the same policy", async () => {
    const server = await withPages();
    const [list, guide, none] = await Promise.all(["/docs", "/docs/tables", "/docs/nothing"].map(async (path) => fetch(`${server.url}${path}`)));
    expect([await list?.text(), await guide?.text(), none?.status]).toEqual([`${html}index`, `${html}tables`, 404]);
    expect(guide?.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  test("are not sent again to a browser that has them", async () => {
    const server = await withPages();
    const tag = (await fetch(server.url)).headers.get("etag") ?? "";
    expect((await raw(server.url, { "if-none-match": tag })).status).toBe(304);
    expect((await raw(server.url, { "if-none-match": '"another"' })).status).toBe(200);
  });

  test("say with 404 that an address is none of theirs: on a page to a browser, in JSON to a program", async () => {
    const server = await withPages();
    const browser = await fetch(`${server.url}/milstones`, { headers: { accept: "text/html,*/*;q=0.8" } });
    expect([browser.status, await browser.text()]).toEqual([404, html]);
    const program = await fetch(`${server.url}/milstones`);
    expect([program.status, await program.json()]).toMatchObject([404, { code: "NOT_FOUND" }]);
  });

  test("do not take the place of what else is served", async () => {
    const server = await withPages();
    const live = await fetch(`${server.url}/health/live`, { headers: { accept: "text/html" } });
    expect(await live.text()).not.toContain("<title>");
  });

  test.each([
    ["br, gzip", "br", brotliCompressSync(script)],
    ["gzip", "gzip", gzipSync(script)],
    ["identity", undefined, Buffer.from(script)],
  ])("send their script to a browser that takes %s packed accordingly, for ever, under a tag of its own", async (accepts, packing, bytes) => {
    const server = await withPages();
    const url = `${server.url}/assets/main-1a2b.js`;
    const answer = await raw(url, { "accept-encoding": accepts });
    expect(answer.headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable", "content-type": "text/javascript; charset=utf-8", vary: "accept-encoding" });
    expect(answer.headers["content-encoding"]).toBe(packing);
    expect(answer.bytes).toEqual(bytes);
    const others = await Promise.all(["br", "gzip", "identity"].filter((other) => other !== (packing ?? "identity")).map((other) => raw(url, { "accept-encoding": other })));
    expect(others.map(({ headers }) => headers["etag"])).not.toContain(answer.headers["etag"]);
  });

  test("serve nothing of their folder but what they are made of", async () => {
    const server = await withPages();
    for (const path of ["/addresses.json", "/assets/main-1a2b.js.br", "/assets/..%2Findex.html", "/index.html"]) {
      expect([path, (await fetch(`${server.url}${path}`)).status]).toEqual([path, 404]);
    }
  });

  test("that were never built say how to build them", async () => {
    const server = await start();
    const response = await fetch(server.url);
    expect([response.status, await response.text()]).toEqual([503, expect.stringContaining("npm run build")]);
  });
});
