import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { foundById } from "../../../api/found-by-id.ts";
import { PageArgs } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { page, pageWithin, type Connection, type PageAsked, type PageRequest } from "../../../api/page.ts";
import { sourceById } from "../../foundation/source/loaders.ts";
import type { sources } from "../../foundation/source/table.ts";
import { SourceType } from "../../foundation/source/type.ts";
import { outputById } from "../../learning/output/loaders.ts";
import type { outputs } from "../../learning/output/table.ts";
import { OutputType } from "../../learning/output/type.ts";
import { ActionCommitmentConnection, PledgeCommitmentConnection, PledgeCommitmentsArgs, PledgeSignatureConnection, PledgeSignaturesArgs } from "./connections.ts";
import type { PledgeCommitmentFilter } from "./inputs.ts";
import { commitmentsOfVersion, differencesOfCommitment, differencesWithCommitment, eligibilitiesOfVersion, examplesOfVersion, pledgeById, pledgeCommitmentById, pledgeVersionById, signersOfVersion, versionsSuperseding } from "./loaders.ts";
import type { PledgeSignatureFilter } from "./signature-inputs.ts";
import { actionCommitmentListing, pledgeCommitmentListing, pledgeSignatureListing } from "./store.ts";
import {
  actionCommitments, pledgeSignatures, type exampleActions, type pledgeCommitments, type pledgeDifferences, type pledgeEligibilities, type pledges,
  type pledgeSigners, type pledgeVersions,
} from "./table.ts";
import { ExampleActionType, PledgeCommitmentType, PledgeDifferenceType, PledgeEligibilityType, PledgeSignerType, PledgeType, PledgeVersionType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Version = typeof pledgeVersions.$inferSelect;
type Commitment = typeof pledgeCommitments.$inferSelect;
type Difference = typeof pledgeDifferences.$inferSelect;
type Output = typeof outputs.$inferSelect;

/** Something that belongs to a version. */
interface OfVersion {
  readonly pledgeVersionId: string;
}

@Resolver(() => PledgeVersionType)
class PledgeVersionResolver {
  @FieldResolver(() => PledgeType, { nullable: true, description: "The pledge." })
  pledge(@Ctx() context: Context, @Root() version: Version): Soon<typeof pledges.$inferSelect | null> {
    return pledgeById(context, version.pledgeId);
  }

  @FieldResolver(() => SourceType, { nullable: true, description: "The document in which it can be read in full." })
  source(@Ctx() context: Context, @Root() version: Version): Soon<typeof sources.$inferSelect | null> {
    return sourceById(context, version.sourceId);
  }

  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The version that it takes the place of. Null where it takes none, or no source says which is the newer: see valueStatus." })
  supersedes(@Ctx() context: Context, @Root() version: Version): Soon<Version | null> {
    return pledgeVersionById(context, version.supersedesId);
  }

  @FieldResolver(() => [PledgeVersionType], { description: "The versions that take its place, by name." })
  supersededBy(@Ctx() context: Context, @Root() version: Version): Soon<readonly Version[]> {
    return versionsSuperseding(context, version.id);
  }

  @FieldResolver(() => [PledgeEligibilityType], { description: "The kinds of body that may sign, in alphabetical order." })
  eligibilities(@Ctx() context: Context, @Root() version: Version): Soon<readonly (typeof pledgeEligibilities.$inferSelect)[]> {
    return eligibilitiesOfVersion(context, version.id);
  }

  @FieldResolver(() => [PledgeSignerType], { description: "Who may sign for them. Empty where it does not say." })
  signers(@Ctx() context: Context, @Root() version: Version): Soon<readonly (typeof pledgeSigners.$inferSelect)[]> {
    return signersOfVersion(context, version.id);
  }

  @FieldResolver(() => [PledgeCommitmentType], { description: "Its commitments, in their order." })
  commitments(@Ctx() context: Context, @Root() version: Version): Soon<readonly Commitment[]> {
    return commitmentsOfVersion(context, version.id);
  }

  @FieldResolver(() => [ExampleActionType], { description: "The actions that it gives as examples, in their order." })
  exampleActions(@Ctx() context: Context, @Root() version: Version): Soon<readonly (typeof exampleActions.$inferSelect)[]> {
    return examplesOfVersion(context, version.id);
  }

  @FieldResolver(PledgeSignatureConnection, { description: "Who has signed this version; signatures of which no version is known stand with the pledge only." })
  signatures(@Ctx() context: Context, @Root() version: Version, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Connection<typeof pledgeSignatures.$inferSelect> {
    return pageWithin(context, pledgeSignatureListing, pledgeSignatures.pledgeVersionId, version.id, request);
  }
}

@Resolver(() => PledgeEligibilityType)
class PledgeEligibilityResolver {
  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The version that says so." })
  pledgeVersion(@Ctx() context: Context, @Root() { pledgeVersionId }: OfVersion): Soon<Version | null> {
    return pledgeVersionById(context, pledgeVersionId);
  }
}

@Resolver(() => PledgeSignerType)
class PledgeSignerResolver {
  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The version that says so." })
  pledgeVersion(@Ctx() context: Context, @Root() { pledgeVersionId }: OfVersion): Soon<Version | null> {
    return pledgeVersionById(context, pledgeVersionId);
  }
}

@Resolver(() => ExampleActionType)
class ExampleActionResolver {
  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The version that gives it." })
  pledgeVersion(@Ctx() context: Context, @Root() { pledgeVersionId }: OfVersion): Soon<Version | null> {
    return pledgeVersionById(context, pledgeVersionId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output that it is to be done with. Null where there is none." })
  output(@Ctx() context: Context, @Root() { outputId }: typeof exampleActions.$inferSelect): Soon<Output | null> {
    return outputById(context, outputId);
  }
}

@Resolver(() => PledgeCommitmentType)
class PledgeCommitmentResolver {
  @Query(PledgeCommitmentConnection, { description: "The commitments of pledges, each version's for themselves." })
  pledgeCommitments(@Ctx() context: Context, @Args(PledgeCommitmentsArgs) request: PageRequest<PledgeCommitmentFilter>): Connection<Commitment> {
    return page(context, pledgeCommitmentListing, request);
  }

  @foundById()
  @Query(() => PledgeCommitmentType, { nullable: true, description: "A commitment of a pledge by its id. Null where there is none." })
  pledgeCommitment(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Commitment | null> {
    return pledgeCommitmentById(context, id);
  }

  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The version in which it stands." })
  pledgeVersion(@Ctx() context: Context, @Root() { pledgeVersionId }: OfVersion): Soon<Version | null> {
    return pledgeVersionById(context, pledgeVersionId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output that it asks to adopt. Null where there is none." })
  output(@Ctx() context: Context, @Root() commitment: Commitment): Soon<Output | null> {
    return outputById(context, commitment.outputId);
  }

  @FieldResolver(() => [PledgeDifferenceType], { description: "How its wording compares with that of the same commitment in other versions, whichever of the two the comparison was recorded for." })
  async differences(@Ctx() context: Context, @Root() { id }: Commitment): Promise<readonly Difference[]> {
    const [own, others] = await Promise.all([differencesOfCommitment(context, id), differencesWithCommitment(context, id)]);
    return [...own, ...others];
  }

  @FieldResolver(ActionCommitmentConnection, { description: "The actions of signatories that serve it. To filter them, ask pledgeActions with filter commitment." })
  servedBy(@Ctx() context: Context, @Root() { id }: Commitment, @Args(() => PageArgs) request: PageAsked): Connection<typeof actionCommitments.$inferSelect> {
    return pageWithin(context, actionCommitmentListing, actionCommitments.commitmentId, id, { ...request, orderBy: "AS_RECORDED" });
  }
}

@Resolver(() => PledgeDifferenceType)
class PledgeDifferenceResolver {
  @FieldResolver(() => PledgeCommitmentType, { nullable: true, description: "One of the two: the note is written from its side." })
  commitment(@Ctx() context: Context, @Root() difference: Difference): Soon<Commitment | null> {
    return pledgeCommitmentById(context, difference.commitmentId);
  }

  @FieldResolver(() => PledgeCommitmentType, { nullable: true, description: "The other." })
  comparedWith(@Ctx() context: Context, @Root() difference: Difference): Soon<Commitment | null> {
    return pledgeCommitmentById(context, difference.comparedWithId);
  }
}

export const versionResolvers = [
  PledgeVersionResolver, PledgeEligibilityResolver, PledgeSignerResolver, ExampleActionResolver, PledgeCommitmentResolver, PledgeDifferenceResolver,
];
