import type { Viewer } from "../../../src/api/access/viewer.ts";
import { nobody } from "../../../src/api/access/viewer.ts";
import type { World } from "../../support/domain-world.ts";

/** What tests read of an item. */
export interface ItemAnswer {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly isNew: boolean;
  readonly isGone: boolean;
  readonly moves: number;
  readonly record: { readonly id: string };
  readonly about: { readonly id: string } | null;
  readonly says: readonly string[];
  readonly slip: { readonly least: number; readonly most: number } | null;
  readonly fields: readonly { readonly field: string; readonly before: { readonly plain: string } | null; readonly after: { readonly plain: string } | null }[];
  readonly acts: { readonly nodes: readonly { readonly entry: number; readonly act: string; readonly actor: string; readonly reason: string | null }[] };
  readonly parts: { readonly nodes: readonly { readonly title: string; readonly record: { readonly id: string } }[] };
}

export interface DifferenceAnswer {
  readonly count: number;
  readonly unmovedCount: number;
  readonly markdown: string;
  readonly groups: readonly { readonly group: string; readonly count: number }[];
  readonly items: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly nodes: readonly ItemAnswer[] };
}

export const DIFFERENCE = `query ($from: Moment, $to: Moment, $filter: DifferenceFilter, $first: Int, $after: String) { changesBetween(from: $from, to: $to, filter: $filter) {
  count unmovedCount markdown groups { group count }
  items(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
    id group title isNew isGone moves record { id } about { id } says slip { least most } fields { field before { plain } after { plain } }
    acts { nodes { entry act actor reason } } parts { nodes { title record { id } } }
  } }
} }`;

/** What a board reads, as somebody. */
export async function differenceIn(world: World, variables: Readonly<Record<string, unknown>>, viewer: Viewer = nobody): Promise<DifferenceAnswer> {
  return (await world.ask<{ changesBetween: DifferenceAnswer }>(viewer, DIFFERENCE, { first: 100, ...variables })).changesBetween;
}

/** The items in short: heading, title, and what they say. */
export function inShort({ items }: DifferenceAnswer): string[][] {
  return items.nodes.map(({ group, title, says }) => [group, title, ...says]);
}
