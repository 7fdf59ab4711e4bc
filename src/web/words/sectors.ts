import type { Sector } from "../graph/types.ts";
import { sectors } from "./words.ts";

export const sectorOptions = [{ value: "", name: "All" }, ...Object.entries(sectors).map(([value, name]) => ({ value, name }))];

/** The sector that stands in an address; null where it is none. */
export function sectorOf(text: string | null): Sector | null {
  return text !== null && isSector(text) ? text : null;
}

function isSector(text: string): text is Sector {
  return Object.hasOwn(sectors, text);
}
