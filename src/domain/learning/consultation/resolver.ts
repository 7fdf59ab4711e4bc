import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { outputById } from "../output/loaders.ts";
import type { outputs } from "../output/table.ts";
import { OutputType } from "../output/type.ts";
import { consultationReadings } from "./board-reading.ts";
import { consultationFlatTables } from "./flat-tables.ts";
import { ConsultationConnection, ConsultationsArgs } from "./connections.ts";
import { consulteeResolvers } from "./consultee-resolver.ts";
import { consulteeCounts, type ConsulteeCount } from "./counts.ts";
import type { ConsultationFilter } from "./inputs.ts";
import { consultationById } from "./loaders.ts";
import { consultationListing } from "./store.ts";
import { consultationKind, consultations, consulteeKind } from "./table.ts";
import { ConsultationType, ConsulteeCountType } from "./type.ts";
import { consultationStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type ProgrammeRow = typeof programmes.$inferSelect;
type Row = typeof consultations.$inferSelect;
type OutputRow = typeof outputs.$inferSelect;
type Request = PageRequest<ConsultationFilter>;

@Resolver(() => ConsultationType)
class ConsultationResolver {
  @Query(ConsultationConnection, { description: "Consultations: who was asked, how, and what it shaped." })
  consultations(@Ctx() context: Context, @Args(ConsultationsArgs) request: Request): Connection<Row> {
    return page(context, consultationListing, request);
  }

  @foundById()
  @Query(() => ConsultationType, { nullable: true, description: "A consultation by its id. Null where there is none." })
  consultation(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return consultationById(context, id);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that asked." })
  programme(@Ctx() context: Context, @Root() consultation: Row): Soon<ProgrammeRow | null> {
    return programmeById(context, consultation.programmeId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output that it shaped." })
  output(@Ctx() context: Context, @Root() consultation: Row): Soon<OutputRow | null> {
    return outputById(context, consultation.outputId);
  }

  @FieldResolver(() => [ConsulteeCountType], { description: "How many were asked, by kind, the most first: organisations, services, constituencies and so on are never added to one number of organisations." })
  consulteeCounts(@Ctx() context: Context, @Root() consultation: Row): Soon<readonly ConsulteeCount[]> {
    return consulteeCounts(context, consultation.id);
  }
}

@Resolver(() => OutputType)
class OutputConsultationsResolver {
  @FieldResolver(ConsultationConnection, { description: "The consultations that shaped it." })
  consultations(@Ctx() context: Context, @Root() output: OutputRow, @Args(ConsultationsArgs) request: Request): Connection<Row> {
    return pageWithin(context, consultationListing, consultations.outputId, output.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammeConsultationsResolver {
  @FieldResolver(ConsultationConnection, { description: "Its consultations." })
  consultations(@Ctx() context: Context, @Root() programme: ProgrammeRow, @Args(ConsultationsArgs) request: Request): Connection<Row> {
    return pageWithin(context, consultationListing, consultations.programmeId, programme.id, request);
  }
}

export const consultation: Concept = {
  kinds: [consultationKind, consulteeKind],
  readings: consultationReadings,
  flatTables: consultationFlatTables,
  standards: consultationStandards,
  resolvers: [ConsultationResolver, OutputConsultationsResolver, ProgrammeConsultationsResolver, ...consulteeResolvers],
};
