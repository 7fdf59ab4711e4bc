import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { milestoneById } from "../../delivery/milestone/loaders.ts";
import type { milestones } from "../../delivery/milestone/table.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { recommendationById } from "../recommendation/loaders.ts";
import type { recommendations } from "../recommendation/table.ts";
import { RecommendationType } from "../recommendation/type.ts";
import { decisionReadings } from "./board-reading.ts";
import { decisionFlatTables } from "./flat-tables.ts";
import { DecisionFilter, DecisionOrderEnum } from "./inputs.ts";
import { decisionById } from "./loaders.ts";
import { decisionListing } from "./store.ts";
import { decisionKind, decisions } from "./table.ts";
import { DecisionType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type GroupRow = typeof groups.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type Row = typeof decisions.$inferSelect;
type RecommendationRow = typeof recommendations.$inferSelect;
type Request = PageRequest<DecisionFilter>;

const DecisionConnection = connectionOf("Decision", () => DecisionType, { dated: true });
const DecisionsArgs = listArgs(() => DecisionFilter, DecisionOrderEnum, "DECIDED");

@Resolver(() => DecisionType)
class DecisionResolver {
  @Query(DecisionConnection, { description: "Decisions that a source reports." })
  decisions(@Ctx() context: Context, @Args(DecisionsArgs) request: Request): Connection<Row> {
    return page(context, decisionListing, request);
  }

  @foundById()
  @Query(() => DecisionType, { nullable: true, description: "A decision by its id. Null where there is none." })
  decision(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return decisionById(context, id);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The body that took it." })
  group(@Ctx() context: Context, @Root() decision: Row): Soon<GroupRow | null> {
    return groupById(context, decision.groupId);
  }

  @FieldResolver(() => RecommendationType, { nullable: true, description: "The recommendation that it is about." })
  recommendation(@Ctx() context: Context, @Root() decision: Row): Soon<RecommendationRow | null> {
    return recommendationById(context, decision.recommendationId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that is reached with it." })
  milestone(@Ctx() context: Context, @Root() decision: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, decision.milestoneId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is about." })
  programme(@Ctx() context: Context, @Root() decision: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, decision.programmeId);
  }
}

@Resolver(() => RecommendationType)
class RecommendationDecisionsResolver {
  @FieldResolver(DecisionConnection, { description: "What was decided about it." })
  decisions(@Ctx() context: Context, @Root() recommendation: RecommendationRow, @Args(DecisionsArgs) request: Request): Connection<Row> {
    return pageWithin(context, decisionListing, decisions.recommendationId, recommendation.id, request);
  }
}

@Resolver(() => GroupType)
class GroupDecisionsResolver {
  @FieldResolver(DecisionConnection, { description: "What it decided." })
  decisions(@Ctx() context: Context, @Root() group: GroupRow, @Args(DecisionsArgs) request: Request): Connection<Row> {
    return pageWithin(context, decisionListing, decisions.groupId, group.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneDecisionsResolver {
  @FieldResolver(DecisionConnection, { description: "The decisions with which it is reached." })
  decisions(@Ctx() context: Context, @Root() milestone: MilestoneRow, @Args(DecisionsArgs) request: Request): Connection<Row> {
    return pageWithin(context, decisionListing, decisions.milestoneId, milestone.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeDecisionsResolver {
  @FieldResolver(DecisionConnection, { description: "What was decided about it." })
  decisions(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(DecisionsArgs) request: Request): Connection<Row> {
    return pageWithin(context, decisionListing, decisions.programmeId, programme.id, request);
  }
}

export const decision: Concept = {
  kinds: [decisionKind],
  readings: decisionReadings,
  flatTables: decisionFlatTables,
  resolvers: [DecisionResolver, RecommendationDecisionsResolver, GroupDecisionsResolver, MilestoneDecisionsResolver, ProgrammeDecisionsResolver],
};
