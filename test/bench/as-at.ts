import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { ask, bench, head, id, medianOf, row, say, stateOf, tell, took, type Took } from "./large-client.ts";

/**
 * What it costs to read as at a moment: the first answer at a moment, later ones next to the same query at the head, and how long
 * the event loop of the server is held next to when nothing is asked. Prints Markdown.
 */

const ONE = `{ node(id: "${id}") { ... on Milestone { title due { plain } workstream { name } } } }`;

/** What lookups, lists and boards ask for. */
const QUERIES: Readonly<Record<string, string>> = {
  "one record": ONE,
  list: `{ milestones(first: 100) { nodes { title status due { plain } timing(on: "2024-07-05") workstream { name } ownerOrganisation { name } } } }`,
  board: `{ workstreams(first: 50) { nodes { name programme { name } milestones(first: 10) { nodes { title due { plain } ownerOrganisation { name } } } } } }`,
  count: `{ milestones(filter: { status: [SCHEDULED], due: { from: "2024-01-01", to: "2024-12-31" } }) { totalCount } }`,
  search: `{ search(query: "evaluation framework") { totalCount nodes { title } } }`,
  history: `{ node(id: "${id}") { ... on Milestone { history { totalCount nodes { at changes { field before after } } } } } }`,
  overview: `{ overview(on: "2024-07-05") { milestones { byTiming { timing count } } } }`,
};

function asAt(entry: number, query: string): string {
  return `query @asAt(at: ${entry}) ${query}`;
}

function longest(runs: readonly Took[], what: keyof Took): string {
  return Math.max(...runs.map((run) => run[what])).toFixed(0);
}

async function firstAnswers(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await ask(ONE);
  const before = await tell("state", stateOf);
  const [first, again, here, idle]: [Took[], Took[], Took[], Took[]] = [[], [], [], []];
  for (let turn = 1; turn <= 8; turn += 1) {
    const entry = Math.floor((head * turn) / 9);
    const run = await took(() => ask(asAt(entry, ONE)));
    first.push(run);
    again.push(await took(() => ask(asAt(entry, ONE))));
    here.push(await took(() => ask(ONE)));
    idle.push(await took(() => pause(run.passed)));
  }
  const { past, memory } = await tell("state", stateOf);
  say("## The first answer at a moment: one record, at eight moments", "");
  row("median of eight", "answered after, ms", "work of all threads, ms", "of the one that answers, ms", "event loop held at most, ms", "worked while it was held, ms");
  row("---", "---", "---", "---", "---", "---");
  for (const [name, runs] of Object.entries({ "as at, for the first time": first, "as at, once more": again, "at the head": here, "nothing is asked, for as long as the first": idle })) {
    row(name, medianOf(runs, "passed"), medianOf(runs, "all"), medianOf(runs, "answering"), medianOf(runs, "held"), medianOf(runs, "heldAtWork"));
  }
  say("", `The slowest of the first answers took ${longest(first, "passed")} ms; in none did the thread that answers work more than ${longest(first, "answering")} ms. The longest that the event loop was held was ${longest(first, "held")} ms, ${longest(first, "heldAtWork")} of them at work, and ${longest(idle, "held")} ms while nothing was asked.`);
  say(`${past.graphs} graphs of the past stand, of ${(past.bytes / past.graphs / 1e6).toFixed(0)} MB each; the process has grown by ${(memory - before.memory).toFixed(0)} MB.`, "");
}

async function laterAnswers(): Promise<void> {
  const ROUNDS = 30;
  say(`## Later answers, each next to the same query at the head: ${ROUNDS} times in turn, medians`, "");
  row("query", "as at, ms", "head, ms", "ratio", "work as at, ms", "work at the head, ms", "ratio");
  row("---", "---", "---", "---", "---", "---", "---");
  const entry = Math.floor(head / 2);
  for (const [name, query] of Object.entries(QUERIES)) {
    const [there, here]: [Took[], Took[]] = [[], []];
    for (let turn = -3; turn < ROUNDS; turn += 1) {
      const inTurn = [{ runs: there, asked: asAt(entry, query) }, { runs: here, asked: query }];
      for (const { runs, asked } of turn % 2 === 0 ? inTurn : inTurn.toReversed()) {
        const run = await took(() => ask(asked));
        if (turn >= 0) runs.push(run);
      }
    }
    const ratio = (what: keyof Took): string => (medianOf(there, what) / medianOf(here, what)).toFixed(2);
    row(name, medianOf(there, "passed"), medianOf(here, "passed"), ratio("passed"), medianOf(there, "answering"), medianOf(here, "answering"), ratio("answering"));
  }
  say("");
}

async function trials(): Promise<void> {
  const { tried, read } = await tell("try", z.object({ tried: z.number(), read: z.number() }));
  say("## Trying an act", "", `To decide an act on one milestone and to read what it would come to takes ${tried.toFixed(1)} ms; to read it at the head, ${read.toFixed(2)} ms (medians of 40).`);
}

await bench(async () => {
  await firstAnswers();
  await laterAnswers();
  await trials();
});
