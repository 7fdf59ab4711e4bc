import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { RunningServer } from "../../../src/server/http.ts";
import { worldOver, type World } from "../../support/domain-world.ts";
import { answerIn, bearerFor } from "../../support/importing.ts";
import { ownLedger } from "../../support/ledger-file.ts";
import { ROUNDS } from "../../support/rounds.ts";
import { serverOver } from "../../support/served.ts";

/** Whatever is sent as a file: it is judged row by row or refused in words, never a fault, and never half of it is written. */

let world: World;
let server: RunningServer;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
  const own = await ownLedger("NOTHING");
  world = worldOver(own.ledger);
  await world.given.programme({ name: "Here" });
  // Thousands of files come within a minute.
  server = await serverOver(own.ledger, { LIMIT_COST_PER_MINUTE: "1000000000" });
  headers = await bearerFor(own.ledger, "OFFICE");
  return async () => { await server.close(); await own.end(); };
});

const names = ["id", "reference", "version", "title", "type", "programme", "programme_id", "baseline", "baseline_earliest", "baseline_precision", "forecast", "status", "actual", "parts", "met_by", "said_not_done_on", "owner_organisation", "is_example", "gaps", "timing", "audience"] as const;

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("", "Here", "Launch", "LAUNCH", "MET", "CANCELLED", "May 2023", "2023-05-01", "2023-13-01", "5/7/2024", "31/02/2024", "from 05/07/2024", "not stated", "[empty]", "ms_0000000000000000", "a | b", "ALL", "true", "1", "-1", "1e99", "NaN", "'=1+1", "sector: NOT_STATED", "WITHHELD", "PUBLIC", "DRAFT") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
);

const csv = fc.tuple(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 8 }), fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 6 }), fc.constantFrom(",", ";", "\t"), fc.constantFrom("\n", "\r\n"), fc.boolean())
  .map(([header, rows, comma, end, isQuoted]) => [header, ...rows.map((row) => row.slice(0, header.length))].map((row) => row.map((each) => (isQuoted ? `"${each.replaceAll('"', '""')}"` : each)).join(comma)).join(end));

const ndjson = fc.array(fc.dictionary(fc.constantFrom(...names), fc.oneof(cell, fc.integer(), fc.boolean(), fc.constant(null), fc.jsonValue({ maxDepth: 2 }))), { maxLength: 6 }).map((rows) => rows.map((row) => JSON.stringify(row)).join("\n"));

const file: fc.Arbitrary<{ readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> }> = fc.oneof(
  { weight: 6, arbitrary: csv.map((body) => ({ type: "text/csv", body })) },
  { weight: 3, arbitrary: ndjson.map((body) => ({ type: "application/x-ndjson", body })) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => ({ type: "text/csv", body: new Uint8Array(bytes) })) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }).map((body) => ({ type: "application/x-ndjson", body })) },
);

/** What is wrong with an answer to whatever was sent: nothing, where it was refused in words and nothing written, or judged row by row and written whole or not at all. */
function wrongWith({ status, text }: { readonly status: number; readonly text: string }, onError: string, isWritten: boolean): readonly string[] {
  if (status === 400) return [...(/"code":"[A-Z_]+"/.test(text) ? [] : [text]), ...(isWritten ? ["written although it was refused"] : [])];
  if (status !== 200) return [`answered with ${status}`];
  const { summary, verdicts } = answerIn(text);
  if (summary === null) return ["no summary"];
  const isLeft = onError === "" && summary.refused > 0;
  const isToBeWritten = !isLeft && summary.created + summary.changed > 0;
  return [
    ...(verdicts.length === summary.rows ? [] : ["not a verdict for each row"]),
    ...(verdicts.every(({ outcome, problems }) => (outcome === "REFUSED") === (problems.length > 0)) ? [] : ["refused without a problem, or taken with one"]),
    ...(summary.written === isToBeWritten && isWritten === isToBeWritten ? [] : [`written: ${isWritten}, said to be: ${summary.written}, to be: ${isToBeWritten}`]),
  ];
}

it("a file of whatever is judged or refused, and written whole or not at all", { timeout: 120_000 + (ROUNDS ?? 0) * 5_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(file, fc.constantFrom("", "REJECT_ROWS"), fc.boolean(), fc.boolean(), async ({ type, body }, onError, isListed, isDayFirst) => {
      const before = world.ledger.head();
      const query = new URLSearchParams({ ...(onError === "" ? {} : { onError }), ...(isListed ? { list: "garbage" } : {}), ...(isDayFirst ? { days: "dd/mm/yyyy" } : {}) });
      const response = await fetch(`${server.url}/imports/milestones?${query.toString()}`, { method: "POST", body, headers: { ...headers, "content-type": type } });
      const answer = { status: response.status, text: await response.text() };
      expect(wrongWith(answer, onError, world.ledger.head() > before)).toEqual([]);
    }),
    { numRuns: (ROUNDS ?? 1) * 60 },
  );
  expect(world.ledger.verify()).toMatchObject({ sound: true });
});
