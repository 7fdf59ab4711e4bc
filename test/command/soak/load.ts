import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { problemCodes } from "../../../src/api/act/problem-codes.ts";
import { faultCodes } from "../../../src/api/fault/fault-codes.ts";
import { programFile } from "../../../src/kernel/program-file.ts";
import { answerIn } from "../../support/importing.ts";

/** A server that comes and goes, what is asked of it meanwhile, and what came of that. */
export interface Soak {
  readonly url: string;
  readonly secret: string;
  readonly goesOn: () => boolean;
  /** How many answers there were, by the kind of asking; those that refused apart. */
  readonly answers: Map<string, number>;
  /** What should never have been answered. */
  readonly wrong: string[];
}

/** What may be answered beside what was asked for: every documented refusal, but none that says that something is wrong with the server. */
const documented: ReadonlySet<string> = new Set([...Object.keys(faultCodes), ...Object.keys(problemCodes)].filter((code) => !["INTERNAL_SERVER_ERROR", "OPERATION_TIMED_OUT", "STORAGE_FULL", "STORAGE_READ_ONLY", "STORAGE_DAMAGED", "OUTCOME_UNKNOWN"].includes(code)));

const zErrors = z.object({ errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).min(1) });
const zOperations = z.object({ operations: z.record(z.string(), z.string()) });

/** Asks again and again, as long as it goes on; a connection that breaks is nothing wrong, as servers are killed. */
async function repeatedly(soak: Soak, kind: string, ask: (nth: number) => Promise<string>): Promise<void> {
  for (let nth = 0; soak.goesOn(); nth += 1) {
    try {
      judge(soak, kind, await ask(nth));
    } catch (error) {
      if (!isBroken(error)) throw error;
      await pause(100);
    }
  }
}

/** What is thrown where a connection broke, nobody listens, or nobody answers in time. */
function isBroken(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof DOMException && error.name === "TimeoutError");
}

function judge({ answers, wrong }: Soak, kind: string, text: string): void {
  const codes = text.startsWith('{"errors"') ? zErrors.parse(JSON.parse(text)).errors.map(({ extensions: { code } }) => code) : [];
  const count = codes.length === 0 ? kind : `${kind} refused`;
  answers.set(count, (answers.get(count) ?? 0) + 1);
  wrong.push(...codes.filter((code) => !documented.has(code)).map((code) => `${kind}: ${code}: ${text.slice(0, 300)}`));
}

const fetched = async (address: string, init: RequestInit = {}): Promise<string> => (await fetch(address, { ...init, signal: AbortSignal.timeout(30_000) })).text();

/** A reader with the built-in pages, who opens one after another: every operation that they have registered and that needs nothing to be named. */
export async function reader(soak: Soak): Promise<void> {
  const { operations } = zOperations.parse(JSON.parse(readFileSync(programFile("dist/web/operations.json"), "utf8")));
  const asked = Object.entries(operations).filter(([, text]) => text.startsWith("query") && !/\$\w+: [\w[\]!]+!/.test(text.slice(0, text.indexOf("{"))));
  if (asked.length < 10) throw new Error("The pages ask more than that.");
  await repeatedly(soak, "reader", async (nth) => {
    const [operationName, query] = asked[nth % asked.length] ?? ["", ""];
    return fetched(`${soak.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ operationName, query }) });
  });
}

/** A spreadsheet that is refreshed. */
export async function analyst(soak: Soak): Promise<void> {
  const paths = ["/tables/milestones.csv", "/tables/groups.ndjson", "/tables/organisations.json", "/waymark.xlsx", "/tables/milestones.csv?asAt=1"];
  await repeatedly(soak, "table", async (nth) => {
    const text = await fetched(`${soak.url}${paths[nth % paths.length]}`);
    await pause(200);
    return text;
  });
}

/** A screen on a wall that follows what changes, and connects anew after a while, and when its server goes. One that was told something is answered, however it ends. */
export async function follower(soak: Soak): Promise<void> {
  await repeatedly(soak, "stream", async () => {
    const told = await fetch(`${soak.url}/graphql`, {
      method: "POST", signal: AbortSignal.timeout(20_000), headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify({ query: "query @live { groups(first: 5) { totalCount } }" }),
    });
    if (!told.ok) return told.text();
    const events = z.instanceof(ReadableStream).parse(told.body).getReader();
    const first = await events.read();
    try {
      for (let step = first; !step.done && soak.goesOn(); step = await events.read());
      await events.cancel();
    } catch (error) {
      if (first.done || !isBroken(error)) throw error;
    }
    return "";
  });
}

/** Somebody who brings in the same sheet each time with other values. */
export async function importer(soak: Soak): Promise<void> {
  await repeatedly(soak, "import", async (nth) => {
    const rows = Array.from({ length: 20 }, (_, row) => `imported-${row},Imported group ${row} for the ${nth}th time,NETWORK,ACTIVE`);
    const text = await fetched(`${soak.url}/imports/groups?onError=REJECT_ROWS&list=soak`, { method: "POST", headers: { "content-type": "text/csv", authorization: `Bearer ${soak.secret}`, "idempotency-key": `import ${nth}` }, body: ["reference,name,kind,status", ...rows].join("\n") });
    if (!text.startsWith('{"errors"') && !text.trimEnd().split("\n").at(-1)?.startsWith('{"error"')) {
      const { summary, verdicts } = answerIn(text);
      if (summary !== null && (summary.refused > 0 || !summary.written)) soak.wrong.push(`import: ${JSON.stringify(verdicts.find(({ outcome }) => outcome === "REFUSED"))}`);
    }
    await pause(500);
    return text;
  });
}
