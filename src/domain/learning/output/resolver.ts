import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { milestoneById } from "../../delivery/milestone/loaders.ts";
import type { milestones } from "../../delivery/milestone/table.ts";
import { MilestoneType } from "../../delivery/milestone/type.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { sourceById } from "../../foundation/source/loaders.ts";
import type { sources } from "../../foundation/source/table.ts";
import { SourceType } from "../../foundation/source/type.ts";
import { outputReadings } from "./board-reading.ts";
import { outputFlatTables } from "./flat-tables.ts";
import { OutputConnection, OutputsArgs } from "./connections.ts";
import { contributorResolvers } from "./contributor-resolver.ts";
import { influenceResolvers } from "./influence-resolver.ts";
import type { OutputFilter } from "./inputs.ts";
import { outputById } from "./loaders.ts";
import { outputListing } from "./store.ts";
import { outputContributorKind, outputInfluenceKind, outputKind, outputs } from "./table.ts";
import { OutputType } from "./type.ts";
import { outputStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type PlaceRow = typeof places.$inferSelect;
type SourceRow = typeof sources.$inferSelect;
type ProgrammeRow = typeof programmes.$inferSelect;
type MilestoneRow = typeof milestones.$inferSelect;
type Row = typeof outputs.$inferSelect;
type Request = PageRequest<OutputFilter>;

@Resolver(() => OutputType)
class OutputResolver {
  @Query(OutputConnection, { description: "Outputs: frameworks, charters, strategies, reports and whatever else work brings forth." })
  outputs(@Ctx() context: Context, @Args(OutputsArgs) request: Request): Connection<Row> {
    return page(context, outputListing, request);
  }

  @foundById()
  @Query(() => OutputType, { nullable: true, description: "An output by its id. Null where there is none." })
  output(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return outputById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that it is for." })
  place(@Ctx() context: Context, @Root() output: Row): Soon<PlaceRow | null> {
    return placeById(context, output.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it belongs to." })
  programme(@Ctx() context: Context, @Root() output: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, output.programmeId);
  }

  @FieldResolver(() => MilestoneType, { nullable: true, description: "The milestone that it is to be ready for, or that makes it." })
  milestone(@Ctx() context: Context, @Root() output: Row): Soon<MilestoneRow | null> {
    return milestoneById(context, output.milestoneId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output whose place it takes: an earlier edition, for instance." })
  supersedes(@Ctx() context: Context, @Root() output: Row): Soon<Row | null> {
    return outputById(context, output.supersedesId);
  }

  @FieldResolver(OutputConnection, { description: "The outputs that take its place." })
  supersededBy(@Ctx() context: Context, @Root() output: Row, @Args(OutputsArgs) request: Request): Connection<Row> {
    return pageWithin(context, outputListing, outputs.supersedesId, output.id, request);
  }

  @FieldResolver(() => SourceType, { nullable: true, description: "The same document, where the tracker cites it as a source." })
  source(@Ctx() context: Context, @Root() output: Row): Soon<SourceRow | null> {
    return sourceById(context, output.sourceId);
  }
}

@Resolver(() => PlaceType)
class PlaceOutputsResolver {
  @FieldResolver(OutputConnection, { description: "Outputs recorded at exactly this place. For those at places in it too, ask outputs with filter place." })
  outputs(@Ctx() context: Context, @Root() place: PlaceRow, @Args(OutputsArgs) request: Request): Connection<Row> {
    return pageWithin(context, outputListing, outputs.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeOutputsResolver {
  @FieldResolver(OutputConnection, { description: "Its outputs. Those that it had a part in are among its outputContributions." })
  outputs(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(OutputsArgs) request: Request): Connection<Row> {
    return pageWithin(context, outputListing, outputs.programmeId, programme.id, request);
  }
}

@Resolver(() => MilestoneType)
class MilestoneOutputsResolver {
  @FieldResolver(OutputConnection, { description: "The outputs that are to be ready for it, or that it makes." })
  outputs(@Ctx() context: Context, @Root() milestone: MilestoneRow, @Args(OutputsArgs) request: Request): Connection<Row> {
    return pageWithin(context, outputListing, outputs.milestoneId, milestone.id, request);
  }
}

@Resolver(() => SourceType)
class SourceOutputsResolver {
  @FieldResolver(OutputConnection, { description: "The same document among the outputs, where it is one." })
  outputs(@Ctx() context: Context, @Root() source: SourceRow, @Args(OutputsArgs) request: Request): Connection<Row> {
    return pageWithin(context, outputListing, outputs.sourceId, source.id, request);
  }
}

export const output: Concept = {
  kinds: [outputKind, outputContributorKind, outputInfluenceKind],
  readings: outputReadings,
  flatTables: outputFlatTables,
  standards: outputStandards,
  resolvers: [
    OutputResolver, PlaceOutputsResolver, ProgrammeOutputsResolver, MilestoneOutputsResolver, SourceOutputsResolver,
    ...contributorResolvers, ...influenceResolvers,
  ],
};
