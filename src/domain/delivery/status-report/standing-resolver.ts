import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { dayAsked, ON_DAY, type OnDay } from "../../../api/moment/on-day.ts";
import { DayScalar } from "../../../api/value/scalars.ts";
import { sayDays, type DayCount } from "../../../kernel/say-days.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { freshnessOfProgramme, freshnessOfTeam, freshnessOfWorkstream, type FreshnessRow } from "./freshness.ts";
import { statusReportById } from "./loaders.ts";
import { DayCountType, FreshnessType, RatingType } from "./standing-type.ts";
import { ratingOf, type Rating } from "./standing.ts";
import type { statusReports } from "./table.ts";
import { StatusReportType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type ProgrammeRow = typeof programmes.$inferSelect;
type WorkstreamRow = typeof workstreams.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;

const RATING = { description: "How somebody rates it as a whole on a day: the latest published judgement, or NOT_RATED." } as const;
const FRESHNESS = { description: "How fresh reporting on it is on a day." } as const;

@Resolver(() => ProgrammeType)
class ProgrammeStandingResolver {
  @FieldResolver(() => RatingType, RATING)
  rating(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<Rating> {
    return ratingOf(context, "programme", programme.id, dayAsked(context, on));
  }

  @FieldResolver(() => FreshnessType, FRESHNESS)
  freshness(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<FreshnessRow> {
    return freshnessOfProgramme(context, programme, dayAsked(context, on));
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamStandingResolver {
  @FieldResolver(() => RatingType, RATING)
  rating(@Ctx() context: Context, @Root() workstream: WorkstreamRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<Rating> {
    return ratingOf(context, "workstream", workstream.id, dayAsked(context, on));
  }

  @FieldResolver(() => FreshnessType, FRESHNESS)
  freshness(@Ctx() context: Context, @Root() workstream: WorkstreamRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<FreshnessRow> {
    return freshnessOfWorkstream(context, workstream, dayAsked(context, on));
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamStandingResolver {
  @FieldResolver(() => RatingType, RATING)
  rating(@Ctx() context: Context, @Root() team: TeamRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<Rating> {
    return ratingOf(context, "healthIntegrationTeam", team.id, dayAsked(context, on));
  }

  @FieldResolver(() => FreshnessType, FRESHNESS)
  freshness(@Ctx() context: Context, @Root() team: TeamRow, @Arg("on", () => DayScalar, ON_DAY) on: OnDay): Soon<FreshnessRow> {
    return freshnessOfTeam(context, team, dayAsked(context, on));
  }
}

@Resolver(() => FreshnessType)
class FreshnessResolver {
  @FieldResolver(() => StatusReportType, { nullable: true, description: "The published report that covers the latest time. Null where the viewer may see none." })
  lastReport(@Ctx() context: Context, @Root() { lastReport }: FreshnessRow): Soon<typeof statusReports.$inferSelect | null> {
    return statusReportById(context, lastReport?.id ?? null);
  }
}

@Resolver(() => DayCountType)
class DayCountResolver {
  @FieldResolver(() => String, { description: "In plain English." })
  plain(@Root() count: DayCount): string {
    return sayDays(count);
  }
}

export const standingResolvers = [ProgrammeStandingResolver, WorkstreamStandingResolver, HealthIntegrationTeamStandingResolver, FreshnessResolver, DayCountResolver];
