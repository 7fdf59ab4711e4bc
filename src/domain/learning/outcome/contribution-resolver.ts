import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { OutcomeContributionConnection, OutcomeContributionsArgs } from "./connections.ts";
import type { OutcomeContributionFilter } from "./inputs.ts";
import { outcomeById, outcomeContributionById } from "./loaders.ts";
import { outcomeContributionListing } from "./store.ts";
import { outcomeContributions, type outcomes } from "./table.ts";
import { OutcomeContributionType, OutcomeType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof outcomes.$inferSelect;
type ContributionRow = typeof outcomeContributions.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type ContributionRequest = PageRequest<OutcomeContributionFilter>;

@Resolver(() => OutcomeContributionType)
class OutcomeContributionResolver {
  @Query(OutcomeContributionConnection, { description: "What programmes contribute to outcomes, as they say." })
  outcomeContributions(@Ctx() context: Context, @Args(OutcomeContributionsArgs) request: ContributionRequest): Connection<ContributionRow> {
    return page(context, outcomeContributionListing, request);
  }

  @foundById()
  @Query(() => OutcomeContributionType, { nullable: true, description: "A contribution by its id. Null where there is none." })
  outcomeContribution(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<ContributionRow | null> {
    return outcomeContributionById(context, id);
  }

  @FieldResolver(() => OutcomeType, { nullable: true, description: "The outcome." })
  outcome(@Ctx() context: Context, @Root() contribution: ContributionRow): Soon<Row | null> {
    return outcomeById(context, contribution.outcomeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that contributes." })
  programme(@Ctx() context: Context, @Root() contribution: ContributionRow): Soon<ProgrammeRow | null> {
    return programmeById(context, contribution.programmeId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "Where the evidence can be read. Null where there is none." })
  evidence(@Ctx() context: Context, @Root() contribution: ContributionRow): Soon<OutputRow | null> {
    return outputById(context, contribution.evidenceId);
  }
}

@Resolver(() => OutcomeType)
class OutcomeContributionsResolver {
  @FieldResolver(OutcomeContributionConnection, { description: "What programmes contribute to it, as they say. Ask totalCount with filter programme for one cell of the outcomes matrix." })
  contributions(@Ctx() context: Context, @Root() outcome: Row, @Args(OutcomeContributionsArgs) request: ContributionRequest): Connection<ContributionRow> {
    return pageWithin(context, outcomeContributionListing, outcomeContributions.outcomeId, outcome.id, request);
  }
}

@Resolver(() => OutputType)
class OutputContributionsResolver {
  @FieldResolver(OutcomeContributionConnection, { description: "The contributions to outcomes that it is evidence for." })
  evidenceFor(@Ctx() context: Context, @Root() output: OutputRow, @Args(OutcomeContributionsArgs) request: ContributionRequest): Connection<ContributionRow> {
    return pageWithin(context, outcomeContributionListing, outcomeContributions.evidenceId, output.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeContributionsResolver {
  @FieldResolver(OutcomeContributionConnection, { description: "What it contributes to outcomes, as it says." })
  outcomeContributions(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(OutcomeContributionsArgs) request: ContributionRequest): Connection<ContributionRow> {
    return pageWithin(context, outcomeContributionListing, outcomeContributions.programmeId, programme.id, request);
  }
}

export const contributionResolvers = [OutcomeContributionResolver, OutcomeContributionsResolver, OutputContributionsResolver, ProgrammeContributionsResolver];
