import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { distinct } from "../../../api/loaders.ts";
import { page, type Connection, type PageRequest } from "../../../api/page.ts";
import { PartialDateType } from "../../../api/value/partial-date.ts";
import { notKnown, type PartialDate } from "../../../kernel/partial-date.ts";
import { workstreamById } from "../../delivery/workstream/loaders.ts";
import type { workstreams } from "../../delivery/workstream/table.ts";
import { WorkstreamType } from "../../delivery/workstream/type.ts";
import { outputById } from "../../learning/output/loaders.ts";
import type { outputs } from "../../learning/output/table.ts";
import { OutputType } from "../../learning/output/type.ts";
import { PledgeActionConnection, PledgeActionsArgs } from "./connections.ts";
import { actionsCarriedFrom, commitmentsOfAction, pledgeActionById, pledgeCommitmentById, pledgeSignatureById, pledgeVersionById } from "./loaders.ts";
import { dueBy, termsOf } from "./rules.ts";
import type { PledgeActionFilter } from "./signature-inputs.ts";
import { ActionCommitmentType, PledgeActionType, PledgeSignatureType } from "./signature-type.ts";
import { pledgeActionListing } from "./store.ts";
import type { actionCommitments, pledgeActions, pledgeCommitments, pledgeSignatures } from "./table.ts";
import { PledgeCommitmentType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof pledgeActions.$inferSelect;
type Served = typeof actionCommitments.$inferSelect;
type Commitment = typeof pledgeCommitments.$inferSelect;

@Resolver(() => PledgeActionType)
class PledgeActionResolver {
  @Query(PledgeActionConnection, { description: "The actions that signatories of pledges have named." })
  pledgeActions(@Ctx() context: Context, @Args(PledgeActionsArgs) request: PageRequest<PledgeActionFilter>): Connection<Row> {
    return page(context, pledgeActionListing, request);
  }

  @foundById()
  @Query(() => PledgeActionType, { nullable: true, description: "An action by its id. Null where there is none." })
  pledgeAction(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return pledgeActionById(context, id);
  }

  @FieldResolver(() => PartialDateType, { description: "When it is due: as recorded; where nobody has recorded that, as many months after signing as the version gives, twelve unless it says otherwise, no more exactly than the signing is known, and INFERRED." })
  async dueBy(@Ctx() context: Context, @Root() action: Row): Promise<PartialDate> {
    const signature = await pledgeSignatureById(context, action.signatureId);
    const version = await pledgeVersionById(context, signature?.pledgeVersionId ?? null);
    return dueBy(action.due, signature?.signed ?? notKnown("UNKNOWN"), termsOf(version));
  }

  @FieldResolver(() => PledgeSignatureType, { nullable: true, description: "The signature that names it." })
  signature(@Ctx() context: Context, @Root() action: Row): Soon<typeof pledgeSignatures.$inferSelect | null> {
    return pledgeSignatureById(context, action.signatureId);
  }

  @FieldResolver(() => [PledgeCommitmentType], { description: "The commitments of the pledge that it serves, by number." })
  async commitments(@Ctx() context: Context, @Root() action: Row): Promise<readonly Commitment[]> {
    const served = await commitmentsOfAction(context, action.id);
    const all = await distinct(context, pledgeCommitmentById, served.map(({ commitmentId }) => commitmentId));
    return all.toSorted((a, b) => a.number - b.number);
  }

  @FieldResolver(() => PledgeActionType, { nullable: true, description: "The action of an earlier signature that it goes on with. Null where it goes on with none." })
  carriedForwardFrom(@Ctx() context: Context, @Root() action: Row): Soon<Row | null> {
    return pledgeActionById(context, action.carriedForwardFromId);
  }

  @FieldResolver(() => [PledgeActionType], { description: "The actions of later signatures that go on with it." })
  carriedForwardTo(@Ctx() context: Context, @Root() action: Row): Soon<readonly Row[]> {
    return actionsCarriedFrom(context, action.id);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream in which it is carried out. Null where it is none, or no source says." })
  workstream(@Ctx() context: Context, @Root() action: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, action.workstreamId);
  }

  @FieldResolver(() => OutputType, { nullable: true, description: "The output that it uses or makes. Null where there is none, or no source says." })
  output(@Ctx() context: Context, @Root() action: Row): Soon<typeof outputs.$inferSelect | null> {
    return outputById(context, action.outputId);
  }
}

@Resolver(() => ActionCommitmentType)
class ActionCommitmentResolver {
  @FieldResolver(() => PledgeActionType, { nullable: true, description: "The action." })
  action(@Ctx() context: Context, @Root() served: Served): Soon<Row | null> {
    return pledgeActionById(context, served.actionId);
  }

  @FieldResolver(() => PledgeCommitmentType, { nullable: true, description: "The commitment that it serves." })
  commitment(@Ctx() context: Context, @Root() served: Served): Soon<Commitment | null> {
    return pledgeCommitmentById(context, served.commitmentId);
  }
}

export const actionResolvers = [PledgeActionResolver, ActionCommitmentResolver];
