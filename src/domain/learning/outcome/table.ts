import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { sql } from "drizzle-orm";
import { recordKind } from "../../../ledger/concept.ts";
import { identity, oneOf, reference, wholeNumber, words } from "../../../ledger/column.ts";
import { belonging, places } from "../../foundation/place/table.ts";
import { organisations } from "../../partners/organisation/table.ts";
import { programmes } from "../../delivery/programme/table.ts";
import { outputs } from "../output/table.ts";

/** What a contribution rests on: somebody's word, or evidence that can be read. */
export const contributionBases = ["CLAIMED", "EVIDENCED"] as const;

/** What a named plan wants to come about. */
export const outcomes = sqliteTable(
  "outcomes",
  {
    ...identity,
    ...belonging,
    /** The plan's name. */
    plan: words().notNull(),
    number: wholeNumber(),
    title: words().notNull(),
    planOwnerId: reference(() => organisations.id),
    placeId: reference(() => places.id),
    /** What tells one plan from another: its name, owner and place. */
    planKey: text().generatedAlwaysAs(sql`json_array("plan", "planOwnerId", "placeId")`, { mode: "virtual" }),
  },
  (outcome) => [index("outcomes_by_plan").on(outcome.planKey, outcome.number), index("outcomes_by_plan_owner").on(outcome.planOwnerId), index("outcomes_by_place").on(outcome.placeId)],
);

/** How a programme says that it contributes to an outcome. */
export const outcomeContributions = sqliteTable(
  "outcome_contributions",
  {
    ...identity,
    ...belonging,
    outcomeId: reference(() => outcomes.id).notNull(),
    programmeId: reference(() => programmes.id).notNull(),
    statement: words(),
    basis: oneOf(contributionBases).notNull(),
    evidenceId: reference(() => outputs.id),
  },
  (contribution) => [
    index("outcome_contributions_by_outcome").on(contribution.outcomeId),
    index("outcome_contributions_by_programme").on(contribution.programmeId),
    index("outcome_contributions_by_evidence").on(contribution.evidenceId),
  ],
);

export const outcomeKind = recordKind("Outcome", "oo", outcomes, { names: [outcomes.title], statements: [outcomes.plan] });
export const outcomeContributionKind = recordKind("OutcomeContribution", "ox", outcomeContributions, {
  called: (row) => [{ of: row.programmeId }, " contributes to ", { of: row.outcomeId }],
  partOf: [outcomeContributions.programmeId],
});
