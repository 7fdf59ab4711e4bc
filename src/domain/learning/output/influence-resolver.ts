import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { OutputInfluenceConnection, OutputInfluencesArgs } from "./connections.ts";
import type { OutputInfluenceFilter } from "./inputs.ts";
import { outputById } from "./loaders.ts";
import { outputInfluenceListing } from "./store.ts";
import { outputInfluences, type outputs } from "./table.ts";
import { OutputInfluenceType, OutputType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof outputs.$inferSelect;
type InfluenceRow = typeof outputInfluences.$inferSelect;
type InfluenceRequest = PageRequest<OutputInfluenceFilter>;

@Resolver(() => OutputInfluenceType)
class OutputInfluenceResolver {
  @FieldResolver(() => OutputType, { nullable: true, description: "What is informed, where it is an output." })
  output(@Ctx() context: Context, @Root() influence: InfluenceRow): Soon<Row | null> {
    return outputById(context, influence.outputId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "What is informed, where it is the work of a programme." })
  programme(@Ctx() context: Context, @Root() influence: InfluenceRow): Soon<ProgrammeRow | null> {
    return programmeById(context, influence.programmeId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "What it is informed by, where that is an output of the graph." })
  informedBy(@Ctx() context: Context, @Root() influence: InfluenceRow): Soon<Row | null> {
    return outputById(context, influence.informedById);
  }
}

@Resolver(() => OutputType)
class OutputInfluencesResolver {
  @FieldResolver(OutputInfluenceConnection, { description: "What it is informed by, based on or made from." })
  informedBy(@Ctx() context: Context, @Root() output: Row, @Args(OutputInfluencesArgs) request: InfluenceRequest): Connection<InfluenceRow> {
    return pageWithin(context, outputInfluenceListing, outputInfluences.outputId, output.id, request);
  }

  @FieldResolver(OutputInfluenceConnection, { description: "What it informs: other outputs, and the work of programmes." })
  informs(@Ctx() context: Context, @Root() output: Row, @Args(OutputInfluencesArgs) request: InfluenceRequest): Connection<InfluenceRow> {
    return pageWithin(context, outputInfluenceListing, outputInfluences.informedById, output.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeInfluencesResolver {
  @FieldResolver(OutputInfluenceConnection, { description: "What its work is informed by." })
  informedBy(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(OutputInfluencesArgs) request: InfluenceRequest): Connection<InfluenceRow> {
    return pageWithin(context, outputInfluenceListing, outputInfluences.programmeId, programme.id, request);
  }
}

export const influenceResolvers = [OutputInfluenceResolver, OutputInfluencesResolver, ProgrammeInfluencesResolver];
