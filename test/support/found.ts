import { nobody } from "../../src/api/access/viewer.ts";
import type { World } from "./domain-world.ts";

/** What a list of records, of those who did not sign in, finds for a filter: how many, and their ids in order. */
export async function found(world: World, list: string, filterType: string, filter: object): Promise<unknown> {
  return world.ask(nobody, `query ($filter: ${filterType}) { ${list}(filter: $filter) { totalCount nodes { id } } }`, { filter });
}

/** The same answer, as it has to be. */
export const hits = (list: string, ...ids: readonly string[]): unknown => ({ [list]: { totalCount: ids.length, nodes: ids.map((id) => ({ id })) } });

/** A filter, and the ids that it finds, in order. */
export type Case = readonly [filter: object, ...ids: readonly string[]];

/** What a list finds for the filter of each case. */
export async function foundByCase(world: World, list: string, filterType: string, cases: readonly Case[]): Promise<unknown> {
  const answers: unknown[] = [];
  for (const [filter] of cases) answers.push({ filter, answer: await found(world, list, filterType, filter) });
  return answers;
}

/** The same answers, as they have to be. */
export const hitsByCase = (list: string, cases: readonly Case[]): unknown => cases.map(([filter, ...ids]) => ({ filter, answer: hits(list, ...ids) }));

/** How sure a dated list is of each of its hits. */
export async function certainties(world: World, list: string, filterType: string, filter: object): Promise<unknown> {
  return world.ask(nobody, `query ($filter: ${filterType}) { ${list}(filter: $filter) { edges { certainty node { id } } } }`, { filter });
}

export const sure = (list: string, ...edges: readonly (readonly [id: string, certainty: string])[]): unknown => ({
  [list]: { edges: edges.map(([id, certainty]) => ({ certainty, node: { id } })) },
});

/** A list without anything in it. */
export const none = { totalCount: 0, nodes: [] };
