import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, FieldResolver, Info, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../concept.ts";
import type { Context } from "../../api/context.ts";
import { Fault } from "../../api/fault/fault.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../api/moment/on-day.ts";
import { DayScalar } from "../../api/value/scalars.ts";
import { weighs } from "../../api/weight.ts";
import { programmeById } from "../delivery/programme/loaders.ts";
import type { programmes } from "../delivery/programme/table.ts";
import { ProgrammeType } from "../delivery/programme/type.ts";
import { placeById } from "../foundation/place/loaders.ts";
import type { places } from "../foundation/place/table.ts";
import { PlaceType } from "../foundation/place/type.ts";
import { coverage } from "../promises/pledge/coverage.ts";
import type { Coverage } from "../promises/pledge/coverage-rules.ts";
import { PledgeCoverageType } from "../promises/pledge/coverage-type.ts";
import { fundingSummary, readOfAwards, type FundingSummaryRow } from "../resources/funding/summary.ts";
import { FundingSummaryType } from "../resources/funding/summary-type.ts";
import { OverviewOfConfidence, type ConfidenceOverview } from "./confidence.ts";
import { ConfidenceOverviewType } from "./confidence-type.ts";
import { dataQualityResolvers } from "./data-quality-resolver.ts";
import { OverviewOfFreshness, type FreshnessOverview } from "./freshness.ts";
import { FreshnessOverviewType } from "./freshness-type.ts";
import { measuresOverview, type MeasuresOverview } from "./measures.ts";
import { MeasuresOverviewType } from "./measures-type.ts";
import { findingsKept } from "./kept-findings.ts";
import { OverviewOfMilestones, type MilestonesOverview } from "./milestones.ts";
import { MilestonesOverviewType } from "./milestones-type.ts";
import { outcomesOverview, type OutcomesOverview } from "./outcomes.ts";
import { OutcomesOverviewType } from "./outcomes-type.ts";
import { recommendationsOverview, type RecommendationsOverview } from "./recommendations.ts";
import { RecommendationsOverviewType } from "./recommendations-type.ts";
import type { Overview } from "./scope.ts";
import { sectionResolvers } from "./section-resolvers.ts";
import { OverviewType } from "./type.ts";
import type { Soon } from "../../api/soon.ts";

type Id = string | null | undefined;

@Resolver(() => OverviewType)
class OverviewResolver {
  @Query(() => OverviewType, { description: "Where things stand on a day: in a system, at a place or in a programme; everywhere, where none is given. Of several that are given, in all of them at once." })
  async overview(
    @Ctx() context: Context,
    @Arg("system", () => ID, { nullable: true, description: "Of records that belong to this system: the id of a place of level SYSTEM." }) system: Id,
    @Arg("place", () => ID, { nullable: true, description: "Of what is at this place or at one in it." }) place: Id,
    @Arg("programme", () => ID, { nullable: true, description: "Of this programme." }) programme: Id,
    @Arg("on", () => DayScalar, ON_DAY) on: OnDay,
  ): Promise<Overview> {
    const overview = { system: system ?? null, place: place ?? null, programme: programme ?? null, on: dayAsked(context, on) };
    await demandScope(context, overview);
    return overview;
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The system that it is of. Null where none was asked for." })
  system(@Ctx() context: Context, @Root() { system }: Overview): Soon<typeof places.$inferSelect | null> {
    return placeById(context, system);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The place that it is of. Null where none was asked for." })
  place(@Ctx() context: Context, @Root() { place }: Overview): Soon<typeof places.$inferSelect | null> {
    return placeById(context, place);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is of. Null where none was asked for." })
  programme(@Ctx() context: Context, @Root() { programme }: Overview): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, programme);
  }

  @FieldResolver(() => MilestonesOverviewType, { description: "Milestones by how they stand on the day, and what falls due next." })
  @weighs(20)
  milestones(@Ctx() context: Context, @Root() overview: Overview): MilestonesOverview {
    return new OverviewOfMilestones(context, overview);
  }

  @FieldResolver(() => ConfidenceOverviewType, { description: "How people judge programmes, workstreams and HITs, by place, with the date and the age of each judgement." })
  @weighs(20)
  confidence(@Ctx() context: Context, @Root() overview: Overview): ConfidenceOverview {
    return new OverviewOfConfidence(context, overview);
  }

  @FieldResolver(() => FreshnessOverviewType, { description: "How reporting on programmes, workstreams and HITs stands." })
  @weighs(20)
  freshness(@Ctx() context: Context, @Root() overview: Overview): FreshnessOverview {
    return new OverviewOfFreshness(context, overview);
  }

  @FieldResolver(() => FundingSummaryType, { description: "Funding by financial year, and in each year by who gives it: what is known, what is not, and what has no certain year. As fundingSummary answers for this scope." })
  @weighs(20)
  funding(@Ctx() context: Context, @Root() { system, place, programme }: Overview, @Info() info: GraphQLResolveInfo): FundingSummaryRow {
    return fundingSummary(context, { system, place, programme }, readOfAwards(info));
  }

  @FieldResolver(() => PledgeCoverageType, { description: "How far pledges have spread, by sector, place and kind of body. As pledgeCoverage answers for this scope, whenever they signed." })
  @weighs(20)
  async pledgeCoverage(@Ctx() context: Context, @Root() { system, place, programme }: Overview): Promise<Coverage> {
    return coverage(context, { system, place, programme });
  }

  @FieldResolver(() => MeasuresOverviewType, { description: "What is counted, against its targets." })
  @weighs(20)
  async measures(@Ctx() context: Context, @Root() overview: Overview): Promise<MeasuresOverview> {
    return measuresOverview(context, overview);
  }

  @FieldResolver(() => RecommendationsOverviewType, { description: "Recommendations by status and by whether they are answered." })
  @weighs(20)
  recommendations(@Ctx() context: Context, @Root() overview: Overview): RecommendationsOverview {
    return recommendationsOverview(context, overview);
  }

  @FieldResolver(() => OutcomesOverviewType, { description: "The matrix of outcomes and of the programmes that say that they contribute to them." })
  @weighs(20)
  outcomes(@Ctx() context: Context, @Root() overview: Overview): OutcomesOverview {
    return outcomesOverview(context, overview);
  }
}

@Resolver(() => PlaceType)
class PlaceOverviewResolver {
  @FieldResolver(() => OverviewType, { description: "Where things stand in it on a day: of what belongs to it where it is a system, of what lies at it or in it where it is smaller. Asked of every system it sets them side by side." })
  overview(@Ctx() context: Context, @Root() { id, level }: typeof places.$inferSelect, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Overview {
    const [system, place] = level === "SYSTEM" ? [id, null] : [null, id];
    return { system, place, programme: null, on: dayAsked(context, on) };
  }
}

/** An overview of what is not there would be full of zeros, and they would be read as facts. */
async function demandScope(context: Context, { system, place, programme }: Overview): Promise<void> {
  const [systemRow, placeRow, programmeRow] = await Promise.all([placeById(context, system), placeById(context, place), programmeById(context, programme)]);
  if (system !== null && systemRow?.level !== "SYSTEM") throw notThere("system", "Ask places with level SYSTEM for one; for a smaller place, give it as place.");
  if (place !== null && placeRow === null) throw notThere("place", "Ask places for one.");
  if (programme !== null && programmeRow === null) throw notThere("programme", "Ask programmes for one.");
}

function notThere(what: string, advice: string): Fault {
  return new Fault("BAD_USER_INPUT", `There is no ${what} with this id, or none that you may see. ${advice}`);
}

export const overview: Concept = { kinds: [], kept: [findingsKept], resolvers: [OverviewResolver, PlaceOverviewResolver, ...sectionResolvers], resolversOver: dataQualityResolvers };
