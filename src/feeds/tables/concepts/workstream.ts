import { workstreamListing } from "../../../domain/delivery/workstream/store.ts";
import { workstreamContinuationKind, workstreamKind } from "../../../domain/delivery/workstream/table.ts";
import { recordTable } from "../record-table.ts";

export const workstreams = recordTable({
  name: "workstreams",
  kind: workstreamKind,
  list: { filter: "WorkstreamFilter", listing: workstreamListing },
  fields: [
    "name", "theme", "ownTheme", "kind", "status", "purpose", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
    "freshness.status", "freshness.rhythm", "freshness.nextPeriodEnds", "freshness.nextDueOn", "blockedBy.missing", "programme",
    "leadHealthIntegrationTeam", "leadOrganisation",
  ],
});

export const workstreamContinuations = recordTable({
  name: "workstream_continuations",
  kind: workstreamContinuationKind,
  fields: ["workstream", "continuedIn"],
});
