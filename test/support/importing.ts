import { z } from "zod";
import type { Role } from "../../src/api/access/role.ts";
import { makeKey } from "../../src/domain/partners/access/signing-in.ts";
import { addDays, londonDay } from "../../src/kernel/day.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";

/** What is answered to an import, read as its clients read it. */

const zProblem = z.strictObject({ code: z.string(), message: z.string(), column: z.string().nullable() });
const zVerdict = z.strictObject({ row: z.number(), outcome: z.enum(["CREATED", "CHANGED", "UNCHANGED", "REFUSED"]), id: z.string().nullable(), problems: z.array(zProblem) });
const zSummary = z.strictObject({
  table: z.string(), rows: z.number(), created: z.number(), changed: z.number(), unchanged: z.number(), refused: z.number(),
  written: z.boolean(), dryRun: z.boolean(), isRepeat: z.boolean(), firstEntry: z.number().nullable(), lastEntry: z.number().nullable(),
});
const zRefusal = z.object({ errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })) });

export type Verdict = z.infer<typeof zVerdict>;

export interface Imported {
  readonly status: number;
  readonly verdicts: readonly Verdict[];
  /** Null where the import was refused as a whole. */
  readonly summary: z.infer<typeof zSummary> | null;
  readonly progress: readonly { readonly rows: number; readonly of: number }[];
  /** Why it was refused as a whole; empty where it was not. */
  readonly refused: { readonly code: string; readonly message: string };
}

/** A key of somebody with these roles for everything, as a tool sends it. */
export async function bearerFor(ledger: Ledger, role: Role, holdsFor: string | null = null): Promise<{ readonly authorization: string }> {
  const { secret } = await makeKey(ledger, { name: `A ${role}`, role, holdsFor, expiresOn: addDays(londonDay(new Date()), 1), actor: "test" });
  return { authorization: `Bearer ${secret}` };
}

export interface Sent {
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Sends a file, and reads what becomes of it to the end. */
export async function imported(url: string, table: string, body: string | Uint8Array<ArrayBuffer>, { query = "", headers }: Sent): Promise<Imported> {
  const response = await fetch(`${url}/imports/${table}${query}`, { method: "POST", body, headers: { "content-type": "text/csv", ...headers } });
  const text = await response.text();
  if (response.status !== 200) {
    const [error] = zRefusal.parse(JSON.parse(text)).errors;
    return { status: response.status, verdicts: [], summary: null, progress: [], refused: { code: error?.extensions.code ?? "", message: error?.message ?? "" } };
  }
  return { status: 200, ...answerIn(text), refused: { code: "", message: "" } };
}

const isProgress = (line: unknown): boolean => typeof line === "object" && line !== null && "progress" in line;

/** What stands in an answer, line by line: it is whole where its last line is the summary. */
export function answerIn(text: string): Pick<Imported, "verdicts" | "summary" | "progress"> {
  const lines = text.trimEnd().split("\n").map((line): unknown => JSON.parse(line));
  const summary = z.object({ summary: zSummary }).parse(lines.at(-1)).summary;
  const progress = lines.filter(isProgress).map((line) => z.strictObject({ progress: z.object({ rows: z.number(), of: z.number() }) }).parse(line).progress);
  return { summary, progress, verdicts: lines.slice(0, -1).filter((line) => !isProgress(line)).map((line) => zVerdict.parse(line)) };
}

/** What became of each row, in short. */
export function outcomes({ verdicts }: Pick<Imported, "verdicts">): string[] {
  return verdicts.map(({ row, outcome, problems }) => [row, outcome, ...problems.map(({ code, column }) => `${code}@${column}`)].join(" "));
}
