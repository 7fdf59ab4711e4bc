import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, partialDate, reference, words } from "../../../ledger/column.ts";
import { belonging } from "../../foundation/place/table.ts";
import { groups } from "../../partners/group/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { milestones } from "../../delivery/milestone/table.ts";
import { recommendations } from "../recommendation/table.ts";

export const decisionKinds = ["AGREED", "PARTLY_AGREED", "REJECTED", "DEFERRED", "NOTED"] as const;

export const decisions = sqliteTable(
  "decisions",
  {
    ...identity,
    ...belonging,
    statement: words().notNull(),
    kind: oneOf(decisionKinds).notNull(),
    rationale: words(),
    /** The number of the minute, or whatever else it can be found by. */
    reference: words(),
    decided: partialDate(),
    groupId: reference(() => groups.id),
    recommendationId: reference(() => recommendations.id),
    milestoneId: reference(() => milestones.id),
    programmeId: reference(() => programmes.id),
    decidedLatest: text().generatedAlwaysAs(sql`json_extract("decided", '$.latest')`, { mode: "virtual" }),
  },
  (decision) => [
    index("decisions_by_group").on(decision.groupId),
    index("decisions_by_recommendation").on(decision.recommendationId),
    index("decisions_by_milestone").on(decision.milestoneId),
    index("decisions_by_programme").on(decision.programmeId),
    index("decisions_by_decided").on(decision.decidedLatest, decision.id),
  ],
);

export const decisionKind = recordKind("Decision", "de", decisions, { statements: [decisions.statement], identifier: [decisions.reference], partOf: [decisions.programmeId, decisions.groupId] });
