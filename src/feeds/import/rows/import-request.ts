import { createHash } from "node:crypto";
import type { Viewer } from "../../../api/access/viewer.ts";
import type { ImportPlace } from "./import-place.ts";
import type { ImportTable } from "./import-table.ts";
import type { RowFile } from "./read-file.ts";
import type { RowVerdict } from "./verdict.ts";

/** What an import stands under in the ledger, and in the table of permissions. */
export const IMPORT_ACT = "table:import";

/** What becomes of the right rows where another is wrong. */
export const onErrors = ["REJECT_ALL", "REJECT_ROWS"] as const;

/** How somebody asks for an import. */
export interface ImportRequest {
  readonly table: ImportTable;
  readonly file: RowFile;
  readonly place: ImportPlace;
  readonly actor: string;
  readonly onError: (typeof onErrors)[number];
  readonly dryRun: boolean;
  /** What the client calls it, so that it is done once. */
  readonly key: string | null;
  readonly mostRows: number;
  /** Who they are by now, asked again whenever something is decided that is to be written; throws where they may not import any more. Unless given, they are who they were. */
  readonly viewerNow?: (() => Viewer) | undefined;
  /** Says when nobody waits for the answer any more: an import that is done row by row, or only tried, then stops where it is. */
  readonly gone?: AbortSignal | undefined;
}

/** What became of an import: the verdict on each row, in the order of the file. */
export interface ImportDone {
  readonly verdicts: readonly RowVerdict[];
  /** Whether something was written, now. */
  readonly written: boolean;
  /** Whether all that it wrote was written before, under the same key. */
  readonly isRepeat: boolean;
  /** The numbers of its first and its last entry; null where there is none. */
  readonly entries: { readonly first: number; readonly last: number } | null;
}

/** Where rows are decided, as whom the importer is by now. */
export function placeNow({ place, viewerNow }: ImportRequest): ImportPlace {
  return viewerNow === undefined ? place : { ...place, viewer: viewerNow() };
}

/** One text for what was sent: a key that is used again has to come with the same. */
export function fingerprintOf({ table, file, place, onError }: ImportRequest): string {
  return JSON.stringify([IMPORT_ACT, table.name, file.form, createHash("sha256").update(file.bytes).digest("hex"), file.ods ?? null, place.reason, place.list, onError, ...(place.days === null ? [] : [place.days])]);
}
