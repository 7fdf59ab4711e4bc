import { setTimeout } from "node:timers/promises";
import { createClient as eventClient } from "graphql-sse";
import { createClient as socketClient } from "graphql-ws";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { z } from "zod";
import { milestoneKind } from "../../../src/domain/delivery/milestone/table.ts";
import { ask } from "../support.ts";
import { openLiveTracker } from "./tracker.ts";

/** In npm test a short round; as long as it says here elsewhere. */
const WRITES = Number(process.env["WRITES"] ?? 150);
const RECONNECTS = Number(process.env["RECONNECTS"] ?? 15);

const CHANGED = "subscription ($after: String) { changed(after: $after) { cursor seq id after } }";

const answer = z.object({ data: z.object({ changed: z.object({ cursor: z.string(), seq: z.number(), id: z.string(), after: z.object({ title: z.string() }) }) }) });

type Seen = z.output<typeof answer>["data"]["changed"];

/** A connection behind a cursor, and how it breaks without a word. */
interface Connection {
  readonly changes: AsyncIterableIterator<unknown>;
  readonly cut: () => void;
}

type Connect = (after: string | null) => Connection;

/** Follows until so much has been seen, on one connection after another: each breaks at some moment, wherever it is then. */
async function follow(connect: Connect, from: string, total: number, random: () => number): Promise<{ seen: Seen[]; connections: number }> {
  const seen: Seen[] = [];
  let [after, connections] = [from, 0];
  while (seen.length < total) {
    connections += 1;
    const isLast = connections > RECONNECTS;
    const { changes, cut } = connect(after);
    const breaks = isLast ? Number.POSITIVE_INFINITY : 1 + Math.floor((random() * 2 * total) / RECONNECTS);
    try {
      for (let taken = 0; taken < breaks && seen.length < total; taken += 1) {
        const step = await changes.next();
        if (step.done === true) break;
        const change = answer.parse(step.value).data.changed;
        seen.push(change);
        after = change.cursor;
      }
    } finally {
      // What was under way on this connection is lost with it.
      cut();
    }
    if (random() < 0.3) await setTimeout(random() * 20);
  }
  return { seen, connections };
}

/** Numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test(`a client that reconnects again and again while others write sees each change once, in order, over events and sockets`, { timeout: 600_000 }, async () => {
  const { world, server } = await openLiveTracker();
  const programme = await world.given.programme();
  const milestones = await world.act((draft) => Array.from({ length: 10 }, (_, number) => draft.create(milestoneKind, { audience: "PUBLIC", title: `M${number}`, type: "LAUNCH", status: "SCHEDULED", programmeId: programme })));
  const from = z.string().parse((await ask(server, "{ cursor }")).data?.["cursor"]);
  const first = world.ledger.head();
  const overEvents: Connect = (after) => {
    const client = eventClient({ url: `${server.url}/graphql`, retryAttempts: 0 });
    return { changes: client.iterate({ query: CHANGED, variables: { after } }), cut: () => { client.dispose(); } };
  };
  const overSocket: Connect = (after) => {
    const client = socketClient({ url: `${server.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 });
    return { changes: client.iterate({ query: CHANGED, variables: { after } }), cut: () => { client.terminate(); void client.dispose(); } };
  };
  const random = randomFrom(WRITES);
  const write = async (): Promise<void> => {
    for (let number = 0; number < WRITES; ) {
      // One by one, or several in the same transaction.
      const together = Math.min(1 + Math.floor(random() * 4), WRITES - number);
      await Promise.all(Array.from({ length: together }, async (_, index) => world.act((draft) => { draft.change(milestoneKind, milestones[(number + index) % 10] ?? "", { title: `Title ${number + index}` }); return ""; })));
      number += together;
      if (random() < 0.2) await setTimeout(random() * 10);
    }
  };
  const [events, sockets] = await Promise.all([follow(overEvents, from, WRITES, randomFrom(1)), follow(overSocket, from, WRITES, randomFrom(2)), write()]);
  const expected = Array.from({ length: WRITES }, (_, number) => first + number + 1);
  for (const { seen, connections } of [events, sockets]) {
    expect(seen.map(({ seq }) => seq)).toEqual(expected);
    expect(new Set(seen.map(({ after }) => after.title)).size).toBe(WRITES);
    expect(connections).toBeGreaterThan(RECONNECTS / 2);
  }
});
