import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { programmeById } from "../../delivery/programme/loaders.ts";
import type { programmes } from "../../delivery/programme/table.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { pledgeReadings } from "./board-reading.ts";
import { pledgeFlatTables } from "./flat-tables.ts";
import { pledgeImports } from "./imports.ts";
import { actionResolvers } from "./action-resolver.ts";
import { PledgeConnection, PledgesArgs, PledgeSignatureConnection, PledgeSignaturesArgs } from "./connections.ts";
import { coverageResolvers } from "./coverage-resolver.ts";
import type { PledgeFilter } from "./inputs.ts";
import { lentResolvers } from "./lent-resolver.ts";
import { pledgeById, versionsOfPledge } from "./loaders.ts";
import { PledgeMutations } from "./mutations.ts";
import type { PledgeSignatureFilter } from "./signature-inputs.ts";
import { signatureResolvers } from "./signature-resolver.ts";
import { pledgeListing, pledgeSignatureListing } from "./store.ts";
import {
  actionCommitmentKind, exampleActionKind, pledgeActionKind, pledgeCommitmentKind, pledgeDifferenceKind, pledgeEligibilityKind, pledgeKind, pledgeSignatureKind,
  pledgeSignatures, pledgeSignerKind, pledgeVersionKind, type pledges, type pledgeVersions,
} from "./table.ts";
import { PledgeType, PledgeVersionType } from "./type.ts";
import { versionResolvers } from "./version-resolver.ts";
import { pledgeStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof pledges.$inferSelect;

@Resolver(() => PledgeType)
class PledgeResolver {
  @Query(PledgeConnection, { description: "Pledges that bodies can sign." })
  pledges(@Ctx() context: Context, @Args(PledgesArgs) request: PageRequest<PledgeFilter>): Connection<Row> {
    return page(context, pledgeListing, request);
  }

  @foundById()
  @Query(() => PledgeType, { nullable: true, description: "A pledge by its id. Null where there is none." })
  pledge(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return pledgeById(context, id);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "For whom it is: the area in which those who may sign work." })
  place(@Ctx() context: Context, @Root() pledge: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, pledge.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that developed it and runs it." })
  programme(@Ctx() context: Context, @Root() pledge: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, pledge.programmeId);
  }

  @FieldResolver(() => [PledgeVersionType], { description: "Its texts, one for each wording that a source has, by name." })
  versions(@Ctx() context: Context, @Root() pledge: Row): Soon<readonly (typeof pledgeVersions.$inferSelect)[]> {
    return versionsOfPledge(context, pledge.id);
  }

  @FieldResolver(PledgeSignatureConnection, { description: "Who has signed it, in any version." })
  signatures(@Ctx() context: Context, @Root() pledge: Row, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Connection<typeof pledgeSignatures.$inferSelect> {
    return pageWithin(context, pledgeSignatureListing, pledgeSignatures.pledgeId, pledge.id, request);
  }
}

export const pledge: Concept = {
  kinds: [
    pledgeKind, pledgeVersionKind, pledgeEligibilityKind, pledgeSignerKind, pledgeCommitmentKind, pledgeDifferenceKind, exampleActionKind,
    pledgeSignatureKind, pledgeActionKind, actionCommitmentKind,
  ],
  readings: pledgeReadings,
  flatTables: pledgeFlatTables, imports: pledgeImports,
  standards: pledgeStandards,
  resolvers: [PledgeResolver, PledgeMutations, ...versionResolvers, ...signatureResolvers, ...actionResolvers, ...coverageResolvers, ...lentResolvers],
};
