import { addDays, readDay } from "../../../src/kernel/day.ts";
import { shapes, type Shape } from "../side-by-side/shapes.ts";

const SUM = "sum { known { pence } knownCount unknownCount }";

/** The whole front page of everything on a day: every section, every figure. */
const overview: Shape = {
  name: "overview",
  document: `query Overview($on: Day!) { overview(on: $on) {
    milestones { byTiming { timing count } upcoming { withinDays until certainty count } }
    confidence { programmes { ratings { status count } } workstreams { ratings { status count } } healthIntegrationTeams { ratings { status count } } }
    funding { byFinancialYear { financialYear { label } awarded { ${SUM} } } undetermined { ${SUM} } sought { ${SUM} } }
    pledgeCoverage { all { signatories } bySector { value status signatories } }
    measures { all { count } byProgress { status count } }
    recommendations { byStatus { status count } }
    outcomes { byContribution { contributedTo count } }
    freshness { programmes { status count } workstreams { status count } healthIntegrationTeams { status count } }
    dataQuality { unknown { count } imprecise { count } conflicting { count } claimed { count } open { count } uncited { count } stale { count } } } }`,
  anew: (turn) => ({ on: addDays(readDay("2021-01-01"), turn) }),
  proofs: () => [],
};

/** What Waymark is asked of ten times as much: the questions of all, and an overview, of which no peer has the like. */
export const questions: readonly Shape[] = [...shapes, overview];
