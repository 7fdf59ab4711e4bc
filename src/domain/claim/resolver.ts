import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../concept.ts";
import type { Context } from "../../api/context.ts";
import { foundById } from "../../api/found-by-id.ts";
import { page, type Connection, type PageRequest } from "../../api/page.ts";
import { RecordInterface, type RecordRow } from "../../api/record.ts";
import { programmeById } from "../delivery/programme/loaders.ts";
import type { programmes } from "../delivery/programme/table.ts";
import { ProgrammeType } from "../delivery/programme/type.ts";
import { placeById } from "../foundation/place/loaders.ts";
import type { places } from "../foundation/place/table.ts";
import { PlaceType } from "../foundation/place/type.ts";
import { claimReadings } from "./board-reading.ts";
import { claimFlatTables } from "./flat-tables.ts";
import { claimantResolvers } from "./claimant-resolver.ts";
import { ClaimConnection, ClaimsArgs } from "./connections.ts";
import type { ClaimFilter } from "./inputs.ts";
import { claimById, claimsAbout, claimsAgainst } from "./loaders.ts";
import { recordClaimResolver } from "./record-resolver.ts";
import { aboutField } from "./rules.ts";
import { claimListing } from "./store.ts";
import { claimKind, type claims } from "./table.ts";
import { ClaimType } from "./type.ts";
import { claimStandards } from "./standards.ts";
import type { Soon } from "../../api/soon.ts";

type Row = typeof claims.$inferSelect;

@Resolver(() => ClaimType)
class ClaimResolver {
  @Query(ClaimConnection, { description: "Claims: what somebody states, claims or concludes, beside what stands in the records." })
  claims(@Ctx() context: Context, @Args(ClaimsArgs) request: PageRequest<ClaimFilter>): Connection<Row> {
    return page(context, claimListing, request);
  }

  @foundById()
  @Query(() => ClaimType, { nullable: true, description: "A claim by its id. Null where there is none." })
  claim(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return claimById(context, id);
  }

  @FieldResolver(() => [ClaimType], { description: "The claims that contradict it, on whichever of the two the contradiction was recorded." })
  async conflictsWith(@Ctx() context: Context, @Root() claim: Row): Promise<readonly Row[]> {
    const [own, others] = await Promise.all([claimById(context, claim.conflictsWithId), claimsAgainst(context, claim.id)]);
    return [...(own === null ? [] : [own]), ...others.filter(({ id }) => id !== own?.id)];
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The place that it is about. Null where it is about none in particular." })
  place(@Ctx() context: Context, @Root() claim: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, claim.placeId);
  }

  @FieldResolver(() => ProgrammeType, { nullable: true, description: "The programme that it is about. Null where it is about none in particular." })
  programme(@Ctx() context: Context, @Root() claim: Row): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, claim.programmeId);
  }
}

@Resolver(() => RecordInterface)
class RecordClaimsResolver {
  @FieldResolver(() => [ClaimType], { description: "What somebody states, claims or concludes about this record beside what stands in it, by subject; of one field, only that." })
  async claims(
    @Ctx() context: Context,
    @Root() record: RecordRow,
    @Arg("field", () => String, { nullable: true, description: "Name of a field of this type." }) field: string | null | undefined,
  ): Promise<readonly Row[]> {
    const all = await claimsAbout(context, record.id);
    return field === null || field === undefined ? all : aboutField(all, field);
  }
}

export const claim: Concept = {
  kinds: [claimKind],
  readings: claimReadings,
  flatTables: claimFlatTables,
  standards: claimStandards,
  resolvers: [ClaimResolver, RecordClaimsResolver, ...claimantResolvers],
  resolversOver: (record) => [recordClaimResolver(record)],
};
