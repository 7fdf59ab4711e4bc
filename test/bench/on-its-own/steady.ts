import { atRate, waitsOf, type Waits } from "../side-by-side/arrival.ts";
import { Client } from "../side-by-side/client.ts";
import type { Options } from "../side-by-side/options.ts";
import { shapes } from "../side-by-side/shapes.ts";
import { bodyOf, type System } from "../side-by-side/system.ts";
import { short } from "../side-by-side/table.ts";
import { writeTo } from "../side-by-side/writing.ts";

/** So many look at the board each second, and so many write. */
const [READERS, WRITERS] = [100, 10];

const told = ({ median, longest, most, isOverrun }: Waits): string => `${short(median)} | ${short(longest)} | ${short(most)}${isOverrun ? "; it did not keep up, and nobody more was sent" : ""}`;

/** How long those wait who look at the board at a constant rate for a minute, and those who write beside them. */
export async function steady(waymark: System, secret: string, { quick }: Options): Promise<string[]> {
  const [board] = shapes;
  if (board === undefined) throw new Error("There is no board.");
  const seconds = quick ? 0.5 : 60;
  const body = bodyOf(waymark, board.name, board.document, board.anew(0, []));
  const [read, written] = await Promise.all([atRate(waymark, READERS, seconds, () => body), writing(waymark, secret, seconds)]);
  return [
    `| for ${seconds} s | median, ms | one in a hundred, ms | most, ms |`, "| --- | --- | --- | --- |",
    `| ${READERS} boards a second | ${told(read)} |`,
    `| ${WRITERS} writes a second beside them | ${told(written)} |`,
  ];
}

async function writing(waymark: System, secret: string, seconds: number): Promise<Waits> {
  const client = new Client(`${waymark.url}/graphql`, WRITERS);
  const waits: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: WRITERS * seconds }, async (_, turn) => {
    const intended = begun + (turn * 1_000) / WRITERS;
    await new Promise((resolve) => setTimeout(resolve, intended - performance.now()));
    await writeTo(client, secret);
    waits.push(performance.now() - intended);
  }));
  client.end();
  return waitsOf(waits);
}
