import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageOf, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { outcomeReadings } from "./board-reading.ts";
import { outcomeFlatTables } from "./flat-tables.ts";
import { OutcomeConnection, OutcomesArgs } from "./connections.ts";
import { contributionResolvers } from "./contribution-resolver.ts";
import { OutcomeFilter, PlanOrderEnum } from "./inputs.ts";
import { outcomeById } from "./loaders.ts";
import { outcomeListing, plansWith, type PlanRow } from "./store.ts";
import { outcomeContributionKind, outcomeKind, outcomes } from "./table.ts";
import { OutcomeType, PlanType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PlaceRow = typeof places.$inferSelect;
type Row = typeof outcomes.$inferSelect;
type Request = PageRequest<OutcomeFilter>;

const PlanConnection = connectionOf("Plan", () => PlanType);
const PlansArgs = listArgs(() => OutcomeFilter, PlanOrderEnum, "NAME");

@Resolver(() => OutcomeType)
class OutcomeResolver {
  @Query(OutcomeConnection, { description: "Outcomes that named plans want to come about." })
  outcomes(@Ctx() context: Context, @Args(OutcomesArgs) request: Request): Connection<Row> {
    return page(context, outcomeListing, request);
  }

  @foundById()
  @Query(() => OutcomeType, { nullable: true, description: "An outcome by its id. Null where there is none." })
  outcome(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return outcomeById(context, id);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The body whose plan it is." })
  planOwner(@Ctx() context: Context, @Root() outcome: Row): Soon<OrganisationRow | null> {
    return organisationById(context, outcome.planOwnerId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that the plan is for." })
  place(@Ctx() context: Context, @Root() outcome: Row): Soon<PlaceRow | null> {
    return placeById(context, outcome.placeId);
  }
}

@Resolver(() => PlanType)
class PlanResolver {
  @Query(PlanConnection, { description: "The outcomes matrix: plans of which outcomes are recorded, their outcomes, and the contributions to each. Of an outcome without contributions totalCount is 0." })
  plans(@Ctx() context: Context, @Args(PlansArgs) request: Request): Connection<PlanRow> {
    return pageOf(plansWith(request.filter ?? {}, context), (plan) => plan.name.toLowerCase(), request);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The body whose plan it is. Null where that is not known, or where the viewer may not see it: valueStatus of planOwner on its outcomes tells." })
  owner(@Ctx() context: Context, @Root() plan: PlanRow): Soon<OrganisationRow | null> {
    return organisationById(context, plan.planOwnerId);
  }

  @FieldResolver(() => PlaceType, { nullable: true, description: "The area that it is for. Null where that is not known: valueStatus of place on its outcomes tells." })
  place(@Ctx() context: Context, @Root() plan: PlanRow): Soon<PlaceRow | null> {
    return placeById(context, plan.placeId);
  }

  @FieldResolver(OutcomeConnection, { description: "Its outcomes, as far as they are recorded: a plan may have more." })
  outcomes(@Ctx() context: Context, @Root() plan: PlanRow, @Args(OutcomesArgs) request: Request): Connection<Row> {
    return pageWithin(context, outcomeListing, outcomes.planKey, plan.planKey, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationOutcomesResolver {
  @FieldResolver(OutcomeConnection, { description: "The outcomes that plans of its own want to come about." })
  plannedOutcomes(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(OutcomesArgs) request: Request): Connection<Row> {
    return pageOfOrganisation(context, outcomeListing, outcomes.planOwnerId, organisation.id, request);
  }
}

@Resolver(() => PlaceType)
class PlaceOutcomesResolver {
  @FieldResolver(OutcomeConnection, { description: "The outcomes that plans for exactly this place want to come about." })
  outcomes(@Ctx() context: Context, @Root() place: PlaceRow, @Args(OutcomesArgs) request: Request): Connection<Row> {
    return pageWithin(context, outcomeListing, outcomes.placeId, place.id, request);
  }
}

export const outcome: Concept = {
  kinds: [outcomeKind, outcomeContributionKind],
  readings: outcomeReadings,
  flatTables: outcomeFlatTables,
  resolvers: [OutcomeResolver, PlanResolver, OrganisationOutcomesResolver, PlaceOutcomesResolver, ...contributionResolvers],
};
