import type { QueryParts } from "../address/address.ts";

/** A filter of a list of the graph. */
export interface Filter {
  readonly [field: string]: FilterValue;
}

type FilterValue = string | number | boolean | null | undefined | readonly string[] | Filter;

/** A filter as the address of a table takes it: a field within another behind a dot, several words with commas between them. What is not asked for is left out. */
export function downloadParts(filter: Filter, within = ""): QueryParts {
  return Object.fromEntries(Object.entries(filter).flatMap(([field, value]): [string, string][] => {
    const name = `${within}${field}`;
    if (value === null || value === undefined) return [];
    if (isList(value)) return value.length === 0 ? [] : [[name, value.join(",")]];
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parts within are texts, as these are
    if (typeof value === "object") return Object.entries(downloadParts(value, `${name}.`)) as [string, string][];
    return [[name, String(value)]];
  }));
}

function isList(value: FilterValue): value is readonly string[] {
  return Array.isArray(value);
}
