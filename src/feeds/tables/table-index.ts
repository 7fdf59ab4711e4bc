import type { Index } from "../feed.ts";
import { formats, XLSX } from "./format.ts";
import type { Table } from "./table.ts";

/** What there is to fetch, for people and for programs. */
export function tableIndex(tables: readonly Table[], base: string): Index {
  const address = (path: string): string => `${base}/${path}`;
  return {
    title: "Tables",
    about: "Everything that you may see, as flat tables: one row a thing. Sign in, or send a key as the password, with any name. What each column means is in the dictionary.",
    entries: [
      { name: "waymark", about: "All tables as one workbook, a sheet each, with a dictionary.", addresses: { xlsx: address("waymark.xlsx") } },
      { name: "360giving", about: "Awards as grants of the 360Giving Data Standard, and those that are withheld, with the reasons.", addresses: { json: address("360giving/grants.json"), csv: address("360giving/grants.csv"), withheld: address("360giving/withheld.json") } },
      { name: "openapi", about: "These addresses as OpenAPI describes them, with what can be asked of each.", addresses: { json: address("openapi.json") } },
      ...tables.map(({ name, about }) => ({ name, about, addresses: Object.fromEntries([...formats.map(({ extension }) => extension), XLSX.extension, "pbids"].map((extension) => [extension, address(`tables/${name}.${extension}`)])) })),
    ],
  };
}
