import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { workstreamListing } from "./store.ts";
import { workstreamContinuationKind, workstreamKind } from "./table.ts";

export const workstreamFlatTables: readonly FlatTable[] = [
  {
    name: "workstreams",
    kind: workstreamKind,
    list: { filter: "WorkstreamFilter", listing: workstreamListing },
    fields: [
      "name", "theme", "ownTheme", "kind", "status", "purpose", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
      "freshness.status", "freshness.rhythm", "freshness.nextPeriodEnds", "freshness.nextDueOn", "blockedBy.missing", "programme",
      "leadHealthIntegrationTeam", "leadOrganisation",
    ],
  },
  {
    name: "workstream_continuations",
    kind: workstreamContinuationKind,
    fields: ["workstream", "continuedIn"],
  },
];
