import { programmeListing } from "../../../domain/delivery/programme/store.ts";
import { programmeGovernanceKind, programmeKind } from "../../../domain/delivery/programme/table.ts";
import { recordTable } from "../record-table.ts";

export const programmes = recordTable({
  name: "programmes",
  kind: programmeKind,
  list: { filter: "ProgrammeFilter", listing: programmeListing },
  fields: [
    "name", "aim", "status", "start", "end", "reportingRhythm", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
    "freshness.status", "freshness.nextPeriodEnds", "freshness.nextDueOn", "host", "place", "parent",
  ],
});

export const programmeGovernances = recordTable({
  name: "programme_governances",
  kind: programmeGovernanceKind,
  fields: ["programme", "capacity", "healthIntegrationTeam", "group"],
});
