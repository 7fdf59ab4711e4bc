import type { Standards } from "../../../api/act/standard.ts";
import type { Permissions } from "../../../api/access/permission.ts";
import type { Viewer } from "../../../api/access/viewer.ts";
import type { RecordTable } from "../../../api/loaders.ts";
import type { RecordKind } from "../../../ledger/concept.ts";
import type { DayForm } from "./day-form.ts";

/** Who imports, and by which rules. */
export interface ImportPlace {
  readonly viewer: Viewer;
  readonly kinds: readonly RecordKind<RecordTable>[];
  readonly permissions: Permissions;
  readonly standards: Standards;
  readonly reason: string | null;
  /** The list in which the importer's references stand; null where none was named. */
  readonly list: string | null;
  /** How days are written beside 2024-07-05; null where nobody says. */
  readonly days: DayForm | null;
}
