import type { FlatTable } from "../../../api/spreadsheet/flat-table.ts";
import { programmeListing } from "./store.ts";
import { programmeGovernanceKind, programmeKind } from "./table.ts";

export const programmeFlatTables: readonly FlatTable[] = [
  {
    name: "programmes",
    kind: programmeKind,
    list: { filter: "ProgrammeFilter", listing: programmeListing },
    fields: [
      "name", "aim", "status", "start", "end", "reportingRhythm", "rating.status", "rating.rating", "rating.scheme", "rating.wording", "rating.date",
      "freshness.status", "freshness.nextPeriodEnds", "freshness.nextDueOn", "host", "place", "parent",
    ],
  },
  {
    name: "programme_governances",
    kind: programmeGovernanceKind,
    fields: ["programme", "capacity", "healthIntegrationTeam", "group"],
  },
];
