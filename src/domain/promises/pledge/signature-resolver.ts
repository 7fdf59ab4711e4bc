import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { PledgeSignatureConnection, PledgeSignaturesArgs } from "./connections.ts";
import { actionsOfSignature, pledgeById, pledgeSignatureById, pledgeVersionById } from "./loaders.ts";
import { actionStanding, termsOf } from "./rules.ts";
import type { PledgeSignatureFilter } from "./signature-inputs.ts";
import { ActionStandingEnum, PledgeActionType, PledgeSignatureType } from "./signature-type.ts";
import { pledgeSignatureListing } from "./store.ts";
import type { pledgeActions, pledges, pledgeSignatures, pledgeVersions } from "./table.ts";
import { PledgeType, PledgeVersionType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof pledgeSignatures.$inferSelect;

@Resolver(() => PledgeSignatureType)
class PledgeSignatureResolver {
  @Query(PledgeSignatureConnection, { description: "Who has signed which pledge." })
  pledgeSignatures(@Ctx() context: Context, @Args(PledgeSignaturesArgs) request: PageRequest<PledgeSignatureFilter>): Connection<Row> {
    return page(context, pledgeSignatureListing, request);
  }

  @foundById()
  @Query(() => PledgeSignatureType, { nullable: true, description: "A signature by its id. Null where there is none." })
  pledgeSignature(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return pledgeSignatureById(context, id);
  }

  @FieldResolver(() => PledgeType, { nullable: true, description: "The pledge." })
  pledge(@Ctx() context: Context, @Root() signature: Row): Soon<typeof pledges.$inferSelect | null> {
    return pledgeById(context, signature.pledgeId);
  }

  @FieldResolver(() => PledgeVersionType, { nullable: true, description: "The text that was signed. Null where no source says which: see valueStatus." })
  pledgeVersion(@Ctx() context: Context, @Root() signature: Row): Soon<typeof pledgeVersions.$inferSelect | null> {
    return pledgeVersionById(context, signature.pledgeVersionId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The body that signed, where it is an organisation or a service." })
  organisation(@Ctx() context: Context, @Root() signature: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, signature.organisationId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The body that signed, where it is a group or a board." })
  group(@Ctx() context: Context, @Root() signature: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, signature.groupId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "For which place it was signed. Null where that is not recorded: then it is the body's." })
  place(@Ctx() context: Context, @Root() signature: Row): Soon<typeof places.$inferSelect | null> {
    return placeById(context, signature.placeId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who signed for the body. Null where no source says, or where the viewer may not see the person." })
  signedBy(@Ctx() context: Context, @Root() signature: Row): Soon<typeof people.$inferSelect | null> {
    return personById(context, signature.signedById);
  }

  @FieldResolver(() => [PledgeActionType], { description: "The actions that it names, in their order." })
  actions(@Ctx() context: Context, @Root() signature: Row): Soon<readonly (typeof pledgeActions.$inferSelect)[]> {
    return actionsOfSignature(context, signature.id);
  }

  @FieldResolver(() => Int, { description: "How many actions it names, of those that the viewer may see." })
  async actionCount(@Ctx() context: Context, @Root() signature: Row): Promise<number> {
    return (await actionsOfSignature(context, signature.id)).length;
  }

  @FieldResolver(() => ActionStandingEnum, { description: "Whether it names exactly as many as its pledge asks for, two unless the version says otherwise, and if it names fewer, why." })
  async actionStanding(@Ctx() context: Context, @Root() signature: Row): Promise<string> {
    const [actions, version] = await Promise.all([actionsOfSignature(context, signature.id), pledgeVersionById(context, signature.pledgeVersionId)]);
    return actionStanding(actions.length, signature, termsOf(version));
  }
}

export const signatureResolvers = [PledgeSignatureResolver];
