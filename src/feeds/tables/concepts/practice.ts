import { practiceListing, practiceMapListing } from "../../../domain/learning/practice/store.ts";
import { practiceKind, practiceMapKind } from "../../../domain/learning/practice/table.ts";
import { recordTable } from "../record-table.ts";

export const practice = recordTable({
  name: "practice",
  kind: practiceKind,
  list: { filter: "PracticeFilter", listing: practiceListing },
  fields: ["title", "description", "status", "themes", "since", "organisation", "doneBy", "place", "map", "programme"],
});

export const practiceMaps = recordTable({
  name: "practice_maps",
  kind: practiceMapKind,
  list: { filter: "PracticeMapFilter", listing: practiceMapListing },
  fields: ["title", "status", "invited", "opened", "closed", "address", "owner", "place", "programme"],
});
