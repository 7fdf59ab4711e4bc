import { expect } from "vitest";
import { z } from "zod";
import { ask } from "./program.ts";

const AMEND = `mutation ($id: ID!, $expectedVersion: Int!, $aim: String!) { amend(id: $id, expectedVersion: $expectedVersion, changes: { programme: { aim: $aim } }) {
  entry isRepeat record { version ... on Programme { aim } } problems { code conflict { fields record { version ... on Programme { aim } } } }
} }`;

const zProgrammes = z.object({ data: z.object({ programmes: z.object({ nodes: z.array(z.object({ id: z.string(), version: z.number() })) }) }) });
const zProgramme = z.object({ version: z.number(), aim: z.string().nullable() }).nullable();
const zAmend = z.object({
  entry: z.number().nullable(),
  isRepeat: z.boolean(),
  record: zProgramme,
  problems: z.array(z.object({ code: z.string(), conflict: z.object({ fields: z.array(z.string()), record: zProgramme }).nullable() })),
});
/** An answer with errors fails the test: being too late is no fault. */
const zAmended = z.strictObject({ data: z.object({ amend: zAmend }), extensions: z.object({}) });
export type Amended = z.output<typeof zAmend>;

/** A programme that somebody has seen. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** The first programme, as a server has it. */
export async function firstProgramme(url: string): Promise<Seen> {
  const { nodes: [first] } = zProgrammes.parse(await ask(url, "{ programmes(first: 1) { nodes { id version } } }")).data.programmes;
  if (first === undefined) throw new Error("There is no programme.");
  return first;
}

/** Changes what a programme aims at, as somebody who has seen a version of it. */
export async function amend(url: string, secret: string, aim: string, seen: Seen, key?: string): Promise<Amended> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${secret}`, ...(key === undefined ? {} : { "idempotency-key": key }) };
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body: JSON.stringify({ query: AMEND, variables: { id: seen.id, expectedVersion: seen.version, aim } }) });
  return zAmended.parse(await response.json()).data.amend;
}

/** Twenty who have seen the same version write at once through these servers: one wins, and the others are told what stands. Answers what won. */
export async function oneOfTwentyWins(urls: readonly string[], secret: string, seen: Seen): Promise<Amended> {
  const answers = await Promise.all(Array.from({ length: 20 }, async (_, writer) => amend(urls[writer % urls.length] ?? "", secret, `Aim ${writer}`, seen)));
  const won = answers.filter(({ problems }) => problems.length === 0);
  expect(won).toMatchObject([{ isRepeat: false, record: { version: seen.version + 1 } }]);
  const [winner] = won;
  if (winner === undefined) throw new Error("Nobody won.");
  for (const lost of answers.filter((answer) => answer !== winner)) expect(lost).toEqual({ entry: null, isRepeat: false, record: null, problems: [{ code: "STALE", conflict: { fields: ["aim"], record: winner.record } }] });
  return winner;
}
