import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { postHolderListing, postListing } from "./store.ts";
import { postFunderKind, postHolderKind, postKind } from "./table.ts";

export const postFlatTables: readonly FlatTable[] = [
  {
    name: "posts",
    kind: postKind,
    list: { filter: "PostFilter", listing: postListing },
    fields: [
      "title", "status", "purpose", "duties", "start", "end", "cost", "funding.status", "funding.knownShare", "employer", "host", "programme",
      "managedBy",
    ],
  },
  {
    name: "post_holders",
    kind: postHolderKind,
    list: { filter: "PostHolderFilter", listing: postHolderListing },
    fields: ["post", "person", "since", "until"],
  },
  {
    name: "post_funders",
    kind: postFunderKind,
    fields: ["post", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "description", "share", "amount", "period", "award"],
  },
];
