import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { DefaultSettings, TaskUtils } from "@microsoft/powerquery-parser";
import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Language, Parser } from "web-tree-sitter";
import { z } from "zod";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { poster } from "../../src/feeds/webhooks/post.ts";
import { readDay } from "../../src/kernel/day.ts";
import type { RunningServer } from "../../src/server/http.ts";
import { createLog } from "../../src/server/log/log.ts";
import { webhooksOver } from "../../src/serve/webhooks.ts";
import { ownLedger, type OwnLedger } from "../support/ledger-file.ts";
import { schema } from "../support/schema.ts";
import { freePort, listening } from "../support/killed-server.ts";
import { serverOver } from "../support/served.ts";
import { blocks } from "./blocks.ts";

const run = promisify(execFile);
const zSubscribed = z.object({ data: z.object({ createWebhook: z.object({ secret: z.string(), webhook: z.object({ id: z.string() }) }) }) });
const all = blocks();
const of = (language: string): readonly [string, string][] => all.filter((block) => block.language === language).map(({ name, text }) => [name, text]);

/** The requests of a shell block, each with the lines that it goes on over. */
const requests = of("sh").flatMap(([name, text]) => [...text.matchAll(/^curl (?:.*\\\n)*.*$/gm)].map(([command], index): [string, string] => [`${name}.${index + 1}`, command]));

/** What the examples of the README and the guides do is done here, over the five documents, as they are written. */
describe("the examples", () => {
  let own: OwnLedger;
  let server: RunningServer;
  let key: string;

  beforeAll(async () => {
    own = await ownLedger("THE_DOCUMENTS");
    server = await serverOver(own.ledger);
    key = (await makeKey(own.ledger, { name: "Example", role: "READER", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" })).secret;
  });

  afterAll(async () => {
    await server.close();
    await own.end();
  });

  const here = (text: string): string => text.replaceAll("http://127.0.0.1:4000", server.url).replaceAll("wmk_…", key);

  it("are there, in each language", () => {
    expect([...new Set(all.map(({ language }) => language))].toSorted()).toEqual(["csv", "graphql", "js", "json", "mermaid", "powerquery", "python", "r", "sh"]);
    expect(requests.length).toBeGreaterThan(6);
  });

  it.each(requests.filter(([, command]) => !command.startsWith("curl -sN") && !command.includes("/imports/")))("in the shell are answered: %s", async (_, command) => {
    const { stdout } = await run("sh", ["-c", `${here(command)} --fail-with-body`]);
    expect(stdout).not.toContain('"errors"');
    expect(stdout).toMatch(/^\{"data":\{|^\uFEFFid,/);
    // Something is found, or it would show nobody anything.
    expect(stdout.length).toBeGreaterThan(80);
  });

  it.each(requests.filter(([, command]) => command.startsWith("curl -sN")))("in the shell follow what is done: %s", async (_, command) => {
    const following = run("sh", ["-c", `${here(command)} --fail-with-body --max-time 1`]);
    await expect(following).rejects.toMatchObject({ code: 28, stdout: expect.stringMatching(/^:|^event:/) as unknown });
  });

  it("in the shell take in the sheet that is shown with them, first as a trial and then in earnest", async () => {
    const sheet = of("csv").map(([, text]) => text).join("");
    const folder = mkdtempSync(join(tmpdir(), "waymark-guide-"));
    writeFileSync(join(folder, "milestones.csv"), sheet);
    const importer = (await makeKey(own.ledger, { name: "Importer", role: "OFFICE", holdsFor: null, expiresOn: readDay("2100-01-01"), actor: "test" })).secret;
    const said: string[] = [];
    for (const [, command] of requests.filter(([, each]) => each.includes("/imports/"))) {
      const { stdout } = await run("sh", ["-c", `${command.replaceAll("http://127.0.0.1:4000", server.url).replaceAll("wmk_…", importer)} --fail-with-body`], { cwd: folder });
      said.push(stdout);
    }
    rmSync(folder, { recursive: true });
    expect(said).toEqual([expect.stringMatching(/"created":2.*"written":false/), expect.stringMatching(/"created":2.*"refused":0.*"written":true/)]);
  });

  it.each(of("js").filter(([name]) => !name.startsWith("webhooks.md")))("in JavaScript run: %s", async (_, text) => {
    const { stdout } = await run(process.execPath, ["--input-type=module", "--eval", here(text)]);
    expect(stdout).toMatch(/^Second network event: June 2023 \(estimated\), PAST_DUE_NOT_REPORTED$/m);
  });

  it("in JavaScript receive what a webhook is told", async () => {
    const [, text] = of("js").find(([name]) => name.startsWith("webhooks.md")) ?? ["", ""];
    const [, subscribing] = requests.find(([name]) => name.startsWith("webhooks.md")) ?? ["", ""];
    const PORT = String(await freePort());
    const { stdout } = await run("sh", ["-c", here(subscribing).replace("https://dashboard.example.nhs.uk/waymark", `http://127.0.0.1:${PORT}/`)]);
    const { secret, webhook: { id } } = zSubscribed.parse(JSON.parse(stdout)).data.createWebhook;
    const receiver = spawn(process.execPath, ["--input-type=module", "--eval", text], { env: { ...process.env, PORT, WEBHOOK_SECRET: secret }, stdio: ["ignore", "pipe", "inherit"] });
    const courier = webhooksOver(own.ledger, { smallNumber: 5, webhookAllowPrivate: true }, createLog("silent"), { post: poster({ allowPrivate: true, resolve: async () => Promise.resolve([]) }) });
    try {
      await listening(Number(PORT));
      const told = once(receiver.stdout, "data");
      await fetch(`${server.url}/graphql`, { method: "POST", headers: { "content-type": "application/json", authorization: `Bearer ${key}` }, body: JSON.stringify({ query: `mutation { testWebhook(webhook: { id: "${id}" }) { problems { message } } }` }) });
      await courier.round();
      expect(String((await told)[0])).toBe(`webhook.test ${id} entry ${own.ledger.head()}\n`);
    } finally {
      receiver.kill();
    }
  });

  it.each(of("python"))("in Python run: %s", async (_, text) => {
    const { stdout } = await run("python3", ["-c", here(text)]);
    // Once from the graph, once from the table.
    expect(stdout.match(/^Second network event PAST_DUE_NOT_REPORTED$/gm)).toHaveLength(2);
  });

  it.each(of("r"))("in R are R: %s", async (_, text) => {
    await Parser.init();
    const parser = new Parser();
    parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve("@davisvaughan/tree-sitter-r/tree-sitter-r.wasm")));
    expect(parser.parse(text)?.rootNode.hasError).toBe(false);
    const [address = ""] = /http[^"]+/.exec(here(text)) ?? [];
    const [header = "", ...rows] = (await (await fetch(address)).text()).trim().split("\r\n");
    for (const [, column] of text.matchAll(/\$(\w+)/g)) expect(header.split(",")).toContain(column);
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(of("powerquery"))("in Power Query are of that language, with the address's base alone, as a refresh by the service wants it: %s", async (_, text) => {
    expect(await TaskUtils.tryLexParse(DefaultSettings, text)).toMatchObject({ stage: "Parse", resultKind: "Ok" });
    const [, base, path = "", name = "", value = ""] = /Web\.Contents\("([^"]+)", \[\s*RelativePath = "([^"]+)",\s*Query = \[#"([^"]+)" = "([^"]+)"\]/.exec(here(text)) ?? [];
    expect(base).toBe(server.url);
    const [header = ""] = (await (await fetch(`${base}/${path}?${new URLSearchParams({ [name]: value }).toString()}`)).text()).split("\r\n");
    for (const [, column] of text.matchAll(/\{"(\w+)", type/g)) expect(header.split(",")).toContain(column);
  });

  it.each(of("graphql"))("in GraphQL can be asked: %s", (_, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it.each(of("json"))("in JSON are JSON: %s", (_, text) => {
    // One thing, or one a line.
    const pieces = /^\{.*\}\n/.test(text) ? text.trim().split("\n") : [text];
    for (const piece of pieces) expect(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]).safeParse(JSON.parse(piece)).success).toBe(true);
  });
});
