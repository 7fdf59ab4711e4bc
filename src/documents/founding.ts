import { readFileSync } from "node:fs";
import { programFile } from "../kernel/program-file.ts";

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
  return FILES.map((file) => readFileSync(programFile(`src/documents/${file}`), "utf8"));
}
