import { readFileSync } from "node:fs";
import { programFile } from "../kernel/program-file.ts";
import type { Leaflet } from "./feed.ts";

let leaflet: Leaflet | null = null;

/** The schema with its descriptions, for tools that generate code: the file that is generated from the code and committed, as to print it anew would hold up everybody for half a second. */
export function schemaLeaflet(): Leaflet {
  leaflet ??= { type: "text/plain; charset=utf-8", fileName: null, text: readFileSync(programFile("schema.graphql"), "utf8"), isForAskers: true };
  return leaflet;
}
