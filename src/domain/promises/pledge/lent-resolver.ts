import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { ProgrammeType } from "../../delivery/programme/type.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { SourceType } from "../../foundation/source/type.ts";
import { OutputType } from "../../learning/output/type.ts";
import { GroupType } from "../../partners/group/type.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { PersonType } from "../../partners/person/type.ts";
import { PledgeActionConnection, PledgeActionsArgs, PledgeConnection, PledgesArgs, PledgeSignatureConnection, PledgeSignaturesArgs } from "./connections.ts";
import type { PledgeFilter } from "./inputs.ts";
import { commitmentsForOutput, examplesForOutput, versionsFromSource } from "./loaders.ts";
import type { PledgeActionFilter, PledgeSignatureFilter } from "./signature-inputs.ts";
import { pledgeActionListing, pledgeListing, pledgeSignatureListing } from "./store.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import { pledgeActions, pledges, pledgeSignatures, type exampleActions, type pledgeCommitments, type pledgeVersions } from "./table.ts";
import { ExampleActionType, PledgeCommitmentType, PledgeVersionType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

/** What of a row the fields that are lent to its type need. */
interface Row {
  readonly id: string;
}
type Pledges = Promise<Connection<typeof pledges.$inferSelect>>;
type Signatures = Promise<Connection<typeof pledgeSignatures.$inferSelect>>;
type Actions = Promise<Connection<typeof pledgeActions.$inferSelect>>;

@Resolver(() => PlaceType)
class PlacePledgesResolver {
  @FieldResolver(PledgeConnection, { description: "The pledges for exactly this place." })
  async pledges(@Ctx() context: Context, @Root() place: Row, @Args(PledgesArgs) request: PageRequest<PledgeFilter>): Pledges {
    return pageWithin(context, pledgeListing, pledges.placeId, place.id, request);
  }

  @FieldResolver(PledgeSignatureConnection, { description: "The signatures recorded for exactly this place. With those of bodies there and of places in it: pledgeSignatures with filter place." })
  async pledgeSignatures(@Ctx() context: Context, @Root() place: Row, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Signatures {
    return pageWithin(context, pledgeSignatureListing, pledgeSignatures.placeId, place.id, request);
  }
}

@Resolver(() => ProgrammeType)
class ProgrammePledgesResolver {
  @FieldResolver(PledgeConnection, { description: "The pledges that it made and keeps." })
  async pledges(@Ctx() context: Context, @Root() programme: Row, @Args(PledgesArgs) request: PageRequest<PledgeFilter>): Pledges {
    return pageWithin(context, pledgeListing, pledges.programmeId, programme.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationPledgeSignaturesResolver {
  @FieldResolver(PledgeSignatureConnection, { description: "The pledges that it has signed." })
  async pledgeSignatures(@Ctx() context: Context, @Root() organisation: Row, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Signatures {
    return pageOfOrganisation(context, pledgeSignatureListing, pledgeSignatures.organisationId, organisation.id, request);
  }
}

@Resolver(() => GroupType)
class GroupPledgeSignaturesResolver {
  @FieldResolver(PledgeSignatureConnection, { description: "The pledges that it has signed." })
  async pledgeSignatures(@Ctx() context: Context, @Root() group: Row, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Signatures {
    return pageWithin(context, pledgeSignatureListing, pledgeSignatures.groupId, group.id, request);
  }
}

@Resolver(() => PersonType)
class PersonPledgeSignaturesResolver {
  @FieldResolver(PledgeSignatureConnection, { description: "The pledges that the person has signed for a body." })
  async pledgeSignatures(@Ctx() context: Context, @Root() person: Row, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Signatures {
    return pageWithin(context, pledgeSignatureListing, pledgeSignatures.signedById, person.id, request);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamPledgeActionsResolver {
  @FieldResolver(PledgeActionConnection, { description: "The actions of pledges that are carried out in it." })
  async pledgeActions(@Ctx() context: Context, @Root() workstream: Row, @Args(PledgeActionsArgs) request: PageRequest<PledgeActionFilter>): Actions {
    return pageWithin(context, pledgeActionListing, pledgeActions.workstreamId, workstream.id, request);
  }
}

@Resolver(() => OutputType)
class OutputPledgeResolver {
  @FieldResolver(PledgeActionConnection, { description: "The actions of signatories that use or make it." })
  async pledgeActions(@Ctx() context: Context, @Root() output: Row, @Args(PledgeActionsArgs) request: PageRequest<PledgeActionFilter>): Actions {
    return pageWithin(context, pledgeActionListing, pledgeActions.outputId, output.id, request);
  }

  @FieldResolver(() => [PledgeCommitmentType], { description: "The commitments of pledges that ask to adopt it, by number." })
  pledgeCommitments(@Ctx() context: Context, @Root() output: Row): Soon<readonly (typeof pledgeCommitments.$inferSelect)[]> {
    return commitmentsForOutput(context, output.id);
  }

  @FieldResolver(() => [ExampleActionType], { description: "The actions, given as examples in pledges, that are to be done with it." })
  exampleActions(@Ctx() context: Context, @Root() output: Row): Soon<readonly (typeof exampleActions.$inferSelect)[]> {
    return examplesForOutput(context, output.id);
  }
}

@Resolver(() => SourceType)
class SourcePledgeVersionsResolver {
  @FieldResolver(() => [PledgeVersionType], { description: "The texts of pledges that can be read in it, by name." })
  pledgeVersions(@Ctx() context: Context, @Root() source: Row): Soon<readonly (typeof pledgeVersions.$inferSelect)[]> {
    return versionsFromSource(context, source.id);
  }
}

export const lentResolvers = [
  PlacePledgesResolver, ProgrammePledgesResolver, OrganisationPledgeSignaturesResolver, GroupPledgeSignaturesResolver, PersonPledgeSignaturesResolver,
  WorkstreamPledgeActionsResolver, OutputPledgeResolver, SourcePledgeVersionsResolver,
];
