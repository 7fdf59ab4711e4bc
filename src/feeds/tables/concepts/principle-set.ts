import { principleListing, principleSetListing } from "../../../domain/learning/principle-set/store.ts";
import { principleKind, principleSetKind } from "../../../domain/learning/principle-set/table.ts";
import { recordTable } from "../record-table.ts";

export const principleSets = recordTable({
  name: "principle_sets",
  kind: principleSetKind,
  list: { filter: "PrincipleSetFilter", listing: principleSetListing },
  fields: ["name", "edition", "adopted", "ownerOrganisation", "ownerGroup", "place", "programme", "output"],
});

export const principles = recordTable({
  name: "principles",
  kind: principleKind,
  list: { filter: "PrincipleFilter", listing: principleListing },
  fields: ["principleSet", "position", "positionBasis", "kind", "statement", "partOf"],
});
