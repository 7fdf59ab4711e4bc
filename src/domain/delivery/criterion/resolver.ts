import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Concept } from "../../concept.ts";
import { foundById } from "../../../api/found-by-id.ts";
import { connectionOf } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { page, pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { workstreamById } from "../workstream/loaders.ts";
import type { workstreams } from "../workstream/table.ts";
import { WorkstreamType } from "../workstream/type.ts";
import { criterionReadings } from "./board-reading.ts";
import { criterionFlatTables } from "./flat-tables.ts";
import { CriterionFilter, CriterionOrderEnum } from "./inputs.ts";
import { CriterionMutations } from "./mutations.ts";
import { criterionListing } from "./store.ts";
import { criteria, criterionKind } from "./table.ts";
import { CriterionType } from "./type.ts";
import { criterionStandards } from "./standards.ts";
import type { Soon } from "../../../api/soon.ts";
import { criterionById } from "./loaders.ts";

type Row = typeof criteria.$inferSelect;
type OrganisationRow = typeof organisations.$inferSelect;

const CriterionConnection = connectionOf("Criterion", () => CriterionType);
const CriteriaArgs = listArgs(() => CriterionFilter, CriterionOrderEnum, "STATEMENT");

@Resolver(() => CriterionType)
class CriterionResolver {
  @Query(CriterionConnection, { description: "Readiness criteria of all workstreams." })
  criteria(@Ctx() context: Context, @Args(CriteriaArgs) request: PageRequest<CriterionFilter>): Connection<Row> {
    return page(context, criterionListing, request);
  }

  @foundById()
  @Query(() => CriterionType, { nullable: true, description: "A criterion by its id. Null where there is none." })
  criterion(@Ctx() context: Context, @Arg("id", () => ID, { description: "Its id." }) id: string): Soon<Row | null> {
    return criterionById(context, id);
  }

  @FieldResolver(() => WorkstreamType, { nullable: true, description: "The workstream that it is for." })
  workstream(@Ctx() context: Context, @Root() criterion: Row): Soon<typeof workstreams.$inferSelect | null> {
    return workstreamById(context, criterion.workstreamId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who can supply the evidence." })
  supplier(@Ctx() context: Context, @Root() criterion: Row): Soon<OrganisationRow | null> {
    return organisationById(context, criterion.supplierId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "Who decided on it, where it was said for whom: the history tells who recorded it." })
  decidedBy(@Ctx() context: Context, @Root() criterion: Row): Soon<OrganisationRow | null> {
    return organisationById(context, criterion.decidedById);
  }
}

@Resolver(() => WorkstreamType)
class WorkstreamCriteriaResolver {
  @FieldResolver(CriterionConnection, { description: "What has to be shown before it counts as ready." })
  criteria(@Ctx() context: Context, @Root() workstream: typeof workstreams.$inferSelect, @Args(CriteriaArgs) request: PageRequest<CriterionFilter>): Connection<Row> {
    return pageWithin(context, criterionListing, criteria.workstreamId, workstream.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationCriteriaResolver {
  @FieldResolver(CriterionConnection, { description: "The criteria for which it can supply the evidence." })
  criteriaToSupply(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(CriteriaArgs) request: PageRequest<CriterionFilter>): Connection<Row> {
    return pageOfOrganisation(context, criterionListing, criteria.supplierId, organisation.id, request);
  }
}

export const criterion: Concept = { kinds: [criterionKind], readings: criterionReadings, flatTables: criterionFlatTables, standards: criterionStandards, resolvers: [CriterionResolver, CriterionMutations, WorkstreamCriteriaResolver, OrganisationCriteriaResolver] };
