import { readFileSync } from "node:fs";

/** The five documents and the reference facts, in the order in which they became known. */
const FILES = [
  "1-somerset-report.ndjson",
  "2-hit-report-2022-23.ndjson",
  "3-hit-report-2023-24.ndjson",
  "4-north-somerset-page.ndjson",
  "5-pledge-page.ndjson",
  "6-reference.ndjson",
] as const;

/** The founding history, file by file, as text in the import format. */
export function foundingDocuments(): string[] {
  // Data is not compiled: it lies beside the sources, whichever of the two trees this runs from.
  return FILES.map((file) => readFileSync(new URL(`../../src/documents/${file}`, import.meta.url), "utf8"));
}
