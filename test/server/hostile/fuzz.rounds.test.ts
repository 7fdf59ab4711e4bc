import { readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { programFile } from "../../../src/kernel/program-file.ts";
import { SEED } from "./chance.ts";
import { DOCUMENTS } from "./documents.ts";
import { openHostileWorld, type HostileWorld } from "./hostile-world.ts";
import { isOfInsides, wrongWith } from "./judged.ts";

/** What nobody thought of: requests that are good but for a few bytes, as chance has it. Nothing of it is a mistake of ours, and everybody else is answered afterwards. */

const TIMES = Number(process.env["FUZZ"] ?? 300);

let hostile: HostileWorld;

beforeAll(async () => {
  hostile = await openHostileWorld();
  return async () => hostile.end();
});

const folder = programFile("test/questions");
const documents = [...readdirSync(folder).filter((name) => name.endsWith(".graphql")).map((name) => readFileSync(join(folder, name), "utf8")), ...DOCUMENTS.map(([, document]) => document).filter((document) => document.length < 5_000)];

const SIGNS = ["{", "}", "(", ")", "[", "]", ":", "!", "...", "@", "$", '"', '"""', "\\u0000", "\\ud800", "#", "\n", "\r\n", "\0", "é", "on", "fragment", "query", "null", "1e999", "-", "first: 101", "\ufeff"];

/** A change of a text: some of it is taken away, said twice, or something is put in its place. */
const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), less: fc.nat({ max: 12 }), more: fc.oneof(fc.constantFrom(...SIGNS), fc.string({ unit: "binary", maxLength: 6 })), isAgain: fc.boolean() });

function changed(text: string, changes: readonly { readonly at: number; readonly less: number; readonly more: string; readonly isAgain: boolean }[]): string {
  return changes.reduce((was, { at, less, more, isAgain }) => {
    const from = Math.floor(at * was.length);
    return was.slice(0, from) + (isAgain ? was.slice(from, from + less * 8) : more) + was.slice(isAgain ? from : from + less);
  }, text);
}

const changes = fc.array(change, { minLength: 1, maxLength: 5 });

const BODY = '{"query":"query ($n: Int) { milestones(first: $n) { totalCount } }","variables":{"n":1},"operationName":null}';
const REQUESTS = [
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`,
  `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
  "GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nhost: x\r\napollo-require-preflight: true\r\naccept: application/graphql-response+json\r\n\r\n",
  "GET /tables/milestones.csv?asAt=2024-07-05&limit=5 HTTP/1.1\r\nhost: x\r\nauthorization: Basic eDp5\r\nif-none-match: \"x\"\r\n\r\n",
  "GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\nsec-websocket-version: 13\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n",
  "GET /calendars/wmc_x.ics HTTP/1.1\r\nhost: x\r\ncookie: waymark=abc; waymark-entry=1\r\nwaymark-entry: 1\r\n\r\n",
  `POST /imports/milestones?dryRun=true HTTP/1.1\r\nhost: x\r\ncontent-type: text/csv\r\ncontent-length: 12\r\n\r\ntitle\r\nx\r\n\r\n\r\n`,
];

/** What is answered to bytes, until the connection is closed, or nothing more comes. */
function said(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(Number(new URL(hostile.url).port), "127.0.0.1", () => { socket.end(bytes, "latin1"); });
    socket.setTimeout(500, () => { socket.destroy(); });
    socket.on("data", (piece) => { text += piece.toString("latin1"); });
    socket.on("error", () => { /* It was closed, as the event that follows says. */ });
    socket.on("close", () => { resolve(text); });
  });
}

async function isAnswered(): Promise<boolean> {
  return (await hostile.post('{"query":"{ __typename }"}', {})).text.includes('"__typename":"Query"');
}

describe(`chance (SEED=${SEED})`, () => {
  it("finds no document that is met with a mistake of ours", { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...documents), changes, fc.nat(), async (document, made, who) => {
        const sender = hostile.senders[who % hostile.senders.length];
        const answered = await hostile.post(JSON.stringify({ query: changed(document, made) }), sender?.headers ?? {});
        expect(wrongWith(answered, sender?.secrets ?? [])).toEqual([]);
      }),
      { seed: SEED, numRuns: TIMES },
    );
    expect(await isAnswered()).toBe(true);
  });

  it("finds no bytes that are met with a mistake of ours", { timeout: 300_000 }, async () => {
    const before = hostile.world.ledger.head();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...REQUESTS), changes, async (request, made) => {
        const answer = await said(changed(request, made));
        const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
        expect(statuses.filter((status) => status >= 500)).toEqual([]);
        expect(isOfInsides(answer)).toBe(false);
      }),
      { seed: SEED, numRuns: TIMES },
    );
    expect(await isAnswered()).toBe(true);
    expect(hostile.world.ledger.head()).toBe(before);
    expect(hostile.world.ledger.verify()).toMatchObject({ sound: true });
  });
});
