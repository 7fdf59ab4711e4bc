import { sourceListing } from "../../../domain/foundation/source/store.ts";
import { sourceKind } from "../../../domain/foundation/source/table.ts";
import { recordTable } from "../record-table.ts";

export const sources = recordTable({
  name: "sources",
  kind: sourceKind,
  list: { filter: "SourceFilter", listing: sourceListing },
  fields: ["title", "kind", "publisher", "address", "published", "period", "becameKnown", "sha256"],
});
