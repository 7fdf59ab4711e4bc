import { reading, type Context } from "../../api/context.ts";
import { turn } from "../../ledger/file.ts";

/** Does the same for each of many, a few hundred in one turn of the event loop, so that others come in between; as long as the request's time has not run out. */
export async function inSlices<Item, Result>(context: Context, items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += SLICE) {
    reading(context);
    results.push(...(await Promise.all(items.slice(from, from + SLICE).map(work))));
    await turn();
  }
  return results;
}

const SLICE = 250;
