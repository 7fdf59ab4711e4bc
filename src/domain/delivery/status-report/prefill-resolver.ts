import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import type { programmes } from "../programme/table.ts";
import { ProgrammeType } from "../programme/type.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { freshnessOfProgramme, freshnessOfTeam, freshnessOfWorkstream } from "./freshness.ts";
import { prefillFor, type Prefill } from "./prefill.ts";
import { StatusReportPrefillType } from "./prefill-type.ts";
import { JudgementType, StatusReportItemType, StatusReportType } from "./type.ts";

const NEXT = { description: "What the next report on it can begin with." } as const;

@Resolver(() => ProgrammeType)
class ProgrammePrefillResolver {
  @FieldResolver(() => StatusReportPrefillType, NEXT)
  async nextStatusReport(@Ctx() context: Context, @Root() programme: typeof programmes.$inferSelect): Promise<Prefill> {
    return prefillFor(context, "programme", programme.id, await freshnessOfProgramme(context, programme, context.today));
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamPrefillResolver {
  @FieldResolver(() => StatusReportPrefillType, NEXT)
  async nextStatusReport(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect): Promise<Prefill> {
    return prefillFor(context, "workstream", workstream.id, await freshnessOfWorkstream(context, workstream, context.today));
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamPrefillResolver {
  @FieldResolver(() => StatusReportPrefillType, NEXT)
  async nextStatusReport(@Ctx() context: Context, @Root() team: typeof healthIntegrationTeams.$inferSelect): Promise<Prefill> {
    return prefillFor(context, "healthIntegrationTeam", team.id, await freshnessOfTeam(context, team, context.today));
  }
}

@Resolver(() => StatusReportPrefillType)
class StatusReportPrefillResolver {
  @FieldResolver(() => StatusReportType, { nullable: true, description: "The last published report, of which this is made. Null where the viewer may see none." })
  lastReport(@Root() { lastReport }: Prefill): Prefill["lastReport"] {
    return lastReport;
  }

  @FieldResolver(() => [JudgementType], { description: "What it judged, the overall judgement first: for looking at again, not for taking over unread." })
  judgements(@Root() { judgements }: Prefill): Prefill["judgements"] {
    return judgements;
  }

  @FieldResolver(() => [StatusReportItemType], { description: "What of it was not achieved yet, in its order." })
  openItems(@Root() { openItems }: Prefill): Prefill["openItems"] {
    return openItems;
  }

  @FieldResolver(() => StatusReportType, { nullable: true, description: "A report that is being written or handed in already: go on with that one. Null where there is none." })
  openReport(@Root() { openReport }: Prefill): Prefill["openReport"] {
    return openReport;
  }
}

export const prefillResolvers = [ProgrammePrefillResolver, WorkstreamPrefillResolver, HealthIntegrationTeamPrefillResolver, StatusReportPrefillResolver];
