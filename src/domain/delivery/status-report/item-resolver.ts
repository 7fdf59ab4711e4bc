import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { milestoneById } from "../milestone/loaders.ts";
import type { milestones } from "../milestone/table.ts";
import { MilestoneType } from "../milestone/type.ts";
import { StatusReportItemConnection, StatusReportItemsArgs } from "./connections.ts";
import type { StatusReportItemFilter } from "./inputs.ts";
import { statusReportById, statusReportItemById } from "./loaders.ts";
import { statusReportItemListing } from "./store.ts";
import { statusReportItems, type statusReports } from "./table.ts";
import { StatusReportItemType, StatusReportType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof statusReportItems.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type Request = PageRequest<StatusReportItemFilter>;

@Resolver(() => StatusReportItemType)
class StatusReportItemResolver {
  @Query(StatusReportItemConnection, { description: "What reports say was achieved, is being done, comes next, or needs a decision." })
  statusReportItems(@Ctx() context: Context, @Args(StatusReportItemsArgs) request: Request): Connection<Row> {
    return page(context, statusReportItemListing, request);
  }

  @foundById()
  @Query(() => StatusReportItemType, { nullable: true, description: "An item of a report by its id. Null where there is none." })
  statusReportItem(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return statusReportItemById(context, id);
  }

  @FieldResolver(() => StatusReportType, { nullable: true, description: "The report. Null only where the viewer may not see it." })
  report(@Ctx() context: Context, @Root() item: Row): Soon<typeof statusReports.$inferSelect | null> {
    return statusReportById(context, item.reportId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group that it is about, or that is to decide. Null where it is about none." })
  group(@Ctx() context: Context, @Root() item: Row): Soon<GroupRow | null> {
    return groupById(context, item.groupId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that it is about. Null where it is about none." })
  milestone(@Ctx() context: Context, @Root() item: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, item.milestoneId);
  }
}

@Resolver(() => GroupType)
class GroupReportItemsResolver {
  @FieldResolver(StatusReportItemConnection, { description: "What reports say about it, or put to it for a decision." })
  statusReportItems(@Ctx() context: Context, @Root() group: GroupRow, @Args(StatusReportItemsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportItemListing, statusReportItems.groupId, group.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneReportItemsResolver {
  @FieldResolver(StatusReportItemConnection, { description: "What reports say about it." })
  statusReportItems(@Ctx() context: Context, @Root() milestone: MilestoneRow, @Args(StatusReportItemsArgs) request: Request): Connection<Row> {
    return pageWithin(context, statusReportItemListing, statusReportItems.milestoneId, milestone.id, request);
  }
}

export const itemResolvers = [StatusReportItemResolver, GroupReportItemsResolver, MilestoneReportItemsResolver];
