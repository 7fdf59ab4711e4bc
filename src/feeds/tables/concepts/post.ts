import { postHolderListing, postListing } from "../../../domain/resources/post/store.ts";
import { postFunderKind, postHolderKind, postKind } from "../../../domain/resources/post/table.ts";
import { recordTable } from "../record-table.ts";

export const posts = recordTable({
  name: "posts",
  kind: postKind,
  list: { filter: "PostFilter", listing: postListing },
  fields: [
    "title", "status", "purpose", "duties", "start", "end", "cost", "funding.status", "funding.knownShare", "employer", "host", "programme",
    "managedBy",
  ],
});

export const postHolders = recordTable({
  name: "post_holders",
  kind: postHolderKind,
  list: { filter: "PostHolderFilter", listing: postHolderListing },
  fields: ["post", "person", "since", "until"],
});

export const postFunders = recordTable({
  name: "post_funders",
  kind: postFunderKind,
  fields: ["post", "role", "partyKind", "organisation", "healthIntegrationTeam", "group", "description", "share", "amount", "period", "award"],
});
