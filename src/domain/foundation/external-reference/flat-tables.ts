import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { externalReferenceKind } from "./table.ts";

export const externalReferenceFlatTables: readonly FlatTable[] = [{ name: "external_references", kind: externalReferenceKind, fields: ["subject", "list", "reference"] }];
