import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { principleListing, principleSetListing } from "./store.ts";
import { principleKind, principleSetKind } from "./table.ts";

export const principleSetFlatTables: readonly FlatTable[] = [
  {
    name: "principle_sets",
    kind: principleSetKind,
    list: { filter: "PrincipleSetFilter", listing: principleSetListing },
    fields: ["name", "edition", "adopted", "ownerOrganisation", "ownerGroup", "place", "programme", "output"],
  },
  {
    name: "principles",
    kind: principleKind,
    list: { filter: "PrincipleFilter", listing: principleListing },
    fields: ["principleSet", "position", "positionBasis", "kind", "statement", "partOf"],
  },
];
