import Sqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { readSettings } from "../../../src/server/settings/config.ts";
import { startServer } from "../../../src/server/http.ts";
import { createLog } from "../../../src/server/log/log.ts";
import { applicationOver } from "../../../src/serve/tracker.ts";
import { webhooksOver } from "../../../src/serve/webhooks.ts";
import { bearerFor, imported } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { Browser } from "../sign-in/browser.ts";

const NAME = "Xanthe Quibble";
const EMAIL = "xanthe.quibble@example.nhs.uk";
const TITLE = "A title that nobody else would have";
const RECORD = `mutation ($records: [RecordInput!]!) { record(records: $records) { changed { id } problems { message } } }`;

/** The file of a ledger, as a connection to it says. */
async function fileOf(ledger: Ledger): Promise<string> {
  const { value } = await ledger.commit({ name: "test:ask", actor: "test" }, ({ graph }) => graph.sqlite.name);
  return value ?? "";
}

const zLine = z.looseObject({ level: z.string(), time: z.iso.datetime(), msg: z.string() });

it("the log of a server holds nobody's name, address, token, cookie or words, whatever it goes through", async () => {
  const { ledger, end } = await ownLedger("THE_DOCUMENTS");
  onTestFinished(end);
  const lines: string[] = [];
  const log = createLog("trace", { write: (line) => { lines.push(line); } });
  const settings = readSettings({ PORT: "0" });
  const server = await startServer(await applicationOver(ledger, settings), settings, log);
  onTestFinished(() => server.close());
  const courier = webhooksOver(ledger, settings, log);

  // Somebody signs in with a link, and others try to.
  const link = (await server.newLinks()).find(({ label }) => label === "steward")?.url ?? "";
  const browser = new Browser();
  await browser.send(link);
  const [, cookie = ""] = /^waymark=([^;]+)/.exec(browser.setCookies.find((line) => line.startsWith("waymark=")) ?? "") ?? [];
  await new Browser().send(`${server.url}/sign-in/link/made-up-by-${NAME}`);
  const { authorization } = await bearerFor(ledger, "OFFICE");
  const send = async (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = { authorization }): Promise<string> =>
    (await browser.send(`${server.url}/graphql`, { method: "POST", body: JSON.stringify({ query, variables }), headers: { "content-type": "application/json", ...headers } })).text();

  // Writing, and what is refused.
  const written = await send(RECORD, { records: [{ record: { person: { name: NAME, visibility: "PUBLIC_ROLE" } } }, { record: { group: { name: TITLE, kind: "NETWORK", status: "ACTIVE" } } }] }, { authorization, "idempotency-key": `for ${EMAIL}` });
  expect(written).toContain('"problems":[]');
  for (const headers of [{}, { authorization: `Bearer wmk_${EMAIL}` }, { authorization: `Basic ${Buffer.from(`${EMAIL}:${NAME}`).toString("base64")}` }, { authorization: "Bearer a.b.c" }]) await send(`query Of { people(filter: { nameContains: "${NAME}" }) { nodes { name } } }`, {}, headers);
  await send(`{ people(first: "${NAME}") { nodes { name } } }`);
  await send(`{ ${NAME.replace(" ", "")} }`);
  await send(`{ node(id: "${EMAIL}") { id } }`);
  await send(RECORD, { records: [{ record: { person: { name: NAME.repeat(200), visibility: NAME } } }] });
  await send("mutation { createWebhook(webhook: { address: \"http://127.0.0.1:1/quibble\", types: [] }) { secret problems { message } } }");
  await courier.round();
  for (const path of [`/tables/${NAME}.csv`, `/tables/people.csv?nameContains=${NAME}`, `/tables/milestones.csv?colour=${EMAIL}`, `/calendars/wmc_${EMAIL}.ics`, `/docs/${NAME}`, `/%E0%A4%A${NAME}`]) await browser.send(`${server.url}${path}`);
  await imported(server.url, "milestones", `title,baseline\n${TITLE},${NAME}\n`, { headers: { authorization } });
  await imported(server.url, "milestones", `${NAME}\n"`, { headers: { authorization } });

  // A fault: a table is gone under the server.
  const file = await fileOf(ledger);
  const sqlite = new Sqlite(file);
  sqlite.pragma("foreign_keys = OFF");
  sqlite.exec("drop table people");
  sqlite.close();
  const failed = await send(`{ people(filter: { nameContains: "${NAME}" }) { nodes { name } } }`);
  const [, reference = ""] = /"reference":"(\w+)"/.exec(failed) ?? [];

  const text = lines.join("");
  expect(lines.length).toBeGreaterThan(15);
  for (const line of lines) expect(zLine.safeParse(JSON.parse(line)).success).toBe(true);
  expect(text).toContain(`"reference":"${reference}"`);
  expect(text).toContain("no such table: people");
  const secrets = [NAME, "Quibble", "quibble", EMAIL, TITLE, authorization.slice("Bearer ".length), link.split(/[=/]/).at(-1) ?? "", cookie, Buffer.from(`${EMAIL}:${NAME}`).toString("base64")];
  expect(secrets.filter((secret) => secret.length <= 6)).toEqual([]);
  expect(secrets.filter((secret) => text.includes(secret) || text.includes(encodeURIComponent(secret)))).toEqual([]);
  expect(text).not.toMatch(/127\.0\.0\.1|::1/);
});
