import { z } from "zod";
import { problemCodes } from "../../../src/api/act/problem-codes.ts";
import { faultCodes } from "../../../src/api/fault/fault-codes.ts";
import { waited } from "../../support/killed-server.ts";

/** What comes of a request. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** The longest that anybody waits for an answer to something hostile. */
export const MOST_MILLISECONDS = 250;

/** Begins to count the milliseconds until something is answered here: without those for which others held the processors, which say nothing of what was asked. */
export function ran(): () => number {
  const [began, before] = [performance.now(), waited(process.pid)];
  return () => performance.now() - began - (waited(process.pid) - before);
}

/** Codes that say that the server failed, or was kept busy. */
const FAILURES: ReadonlySet<string> = new Set(["INTERNAL_SERVER_ERROR", "OPERATION_TIMED_OUT", "OUTCOME_UNKNOWN", "STORAGE_FULL", "LEDGER_BUSY"]);

/** What says how the server is made, or was written by something that it is made of. */
const INSIDES = /sqlite|better-sqlite|node_modules|node:internal|file:\/\/|\bat [\w.<>]+ \(|\.[jt]s:\d+|no such (table|column)|syntax error near|call stack|is not a function|cannot read propert|(Type|Range|Reference)Error|\/work\/|\/tmp\/|\/dev\/shm/i;

/** What GraphQL says of a schema to whoever guesses at it. What a problem says of its own words it says on purpose. */
const SUGGESTED = /did you mean/i;

const problem = z.object({ code: z.string() });
const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

/** What of an answer is wrong, whatever was sent: nothing, where it is a refusal with a code that is documented, or an answer. */
export function wrongWith({ status, text }: Answered, secrets: readonly string[]): string[] {
  const wrong: string[] = [];
  if (status !== 200 && (status < 400 || status > 499)) wrong.push(`answered with ${status}`);
  const parsed = answer.safeParse(JSON.parse(text));
  if (!parsed.success) return [...wrong, `no answer of GraphQL: ${text.slice(0, 200)}`];
  for (const code of codesOf({ text })) if (!(code in faultCodes) || FAILURES.has(code)) wrong.push(`the code ${code}`);
  for (const { code } of problemsIn(text)) if (!(code in problemCodes)) wrong.push(`the problem ${code}`);
  const inside = INSIDES.exec(text);
  if (inside !== null) wrong.push(`tells of its insides: ${text.slice(Math.max(0, inside.index - 80), inside.index + 80)}`);
  for (const { message } of parsed.data.errors ?? []) if (SUGGESTED.test(message)) wrong.push(`suggests: ${message.slice(0, 160)}`);
  for (const secret of secrets) if (text.includes(secret)) wrong.push("tells what its asker may not see");
  return wrong;
}

/** Whether a text tells how the server is made. */
export function isOfInsides(text: string): boolean {
  return INSIDES.test(text) || SUGGESTED.test(text);
}

/** The codes of the errors at the top of an answer. */
export function codesOf({ text }: Pick<Answered, "text">): string[] {
  return (answer.parse(JSON.parse(text)).errors ?? []).map(({ extensions: { code } }) => code);
}

/** Whether what was asked was refused, as a whole or with problems. */
export function isRefused({ text }: Pick<Answered, "text">): boolean {
  return codesOf({ text }).length > 0 || problemsIn(text).length > 0;
}

function problemsIn(text: string): readonly z.output<typeof problem>[] {
  const { data } = answer.parse(JSON.parse(text));
  return Object.values(data ?? {}).flatMap((value) => z.object({ problems: z.array(problem) }).safeParse(value).data?.problems ?? []);
}
