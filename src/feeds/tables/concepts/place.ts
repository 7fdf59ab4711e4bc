import { placeListing } from "../../../domain/foundation/place/store.ts";
import { placeKind } from "../../../domain/foundation/place/table.ts";
import { recordTable } from "../record-table.ts";

export const places = recordTable({
  name: "places",
  kind: placeKind,
  list: { filter: "PlaceFilter", listing: placeListing },
  fields: ["name", "level", "gssCode", "parent", "since", "until"],
});
