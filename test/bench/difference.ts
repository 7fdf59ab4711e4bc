import { z } from "zod";
import { ask, bench, head, medianOf, row, say, took, type Took } from "./large-client.ts";

/**
 * What a difference costs: it has to be answered in the time that one operation may take, however far the moments lie apart, and
 * others have to have their turn meanwhile. Prints Markdown.
 */

const COUNTS = "count groups { group count }";
const PAGE = `${COUNTS} items(first: 100) { nodes { title says moves fields { field before { plain } after { plain } } acts(first: 3) { nodes { act reason } } } }`;

const half = Math.floor(head / 2);

function since(from: number, selection: string, filter = ""): string {
  return `{ changesBetween(${from === 0 ? "" : `from: ${from}, `}to: ${head}${filter}) { ${selection} } }`;
}

async function queries(): Promise<Readonly<Record<string, string>>> {
  const { programmes, boardPacks } = z
    .object({ programmes: z.object({ nodes: z.tuple([z.object({ id: z.string() })]) }), boardPacks: z.object({ nodes: z.tuple([z.object({ id: z.string() })]) }) })
    .parse(await ask("{ programmes(first: 1) { nodes { id } } boardPacks(first: 1) { nodes { id } } }"));
  return {
    "all, counted": since(0, COUNTS),
    "all, a page with its acts": since(0, PAGE),
    "all as Markdown": since(0, "markdown"),
    "half, counted": since(half, COUNTS),
    "half, a page with its acts": since(half, PAGE),
    "half as Markdown": since(half, "markdown"),
    "half, with what is as it was": since(half, "unmovedCount"),
    "half in one programme": since(half, PAGE, `, filter: { programme: "${programmes.nodes[0].id}" }`),
    "the last entry": since(head - 1, PAGE),
    "since a board pack": `{ boardPack(id: "${boardPacks.nodes[0].id}") { changesSince { ${PAGE} } } }`,
  };
}

await bench(async () => {
  const ROUNDS = 3;
  say("## What changed between two moments", "");
  row(`median of ${ROUNDS}`, "answered after, ms", "work, ms", "event loop held at most, ms", "worked while it was held, ms", "the most of all, ms");
  row("---", "---", "---", "---", "---", "---");
  for (const [name, query] of Object.entries(await queries())) {
    const runs: Took[] = [];
    await ask(query);
    for (let turn = 0; turn < ROUNDS; turn += 1) runs.push(await took(() => ask(query)));
    row(name, medianOf(runs, "passed"), medianOf(runs, "answering"), medianOf(runs, "held"), medianOf(runs, "heldAtWork"), Math.max(...runs.map(({ heldAtWork }) => heldAtWork)));
  }
});
