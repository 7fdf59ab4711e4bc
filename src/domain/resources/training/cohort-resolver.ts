import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { CohortConnection, CohortsArgs } from "./connections.ts";
import type { CohortFilter } from "./inputs.ts";
import { trainingProgrammeById, trainingTierById } from "./loaders.ts";
import { cohortKindOf } from "./rules.ts";
import { cohortListing } from "./store.ts";
import { cohorts, type trainingProgrammes, type trainingTiers } from "./table.ts";
import { CohortKindEnum, CohortType, TrainingProgrammeType, TrainingTierType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type Row = typeof cohorts.$inferSelect;

@Resolver(() => CohortType)
class CohortResolver {
  @FieldResolver(() => CohortKindEnum, { description: "Whose people they are, also where the viewer may not see which one." })
  cohortKind(@Root() cohort: Row): string {
    return cohortKindOf(cohort);
  }

  @FieldResolver(() => TrainingProgrammeType, { nullable: true, description: "The training programme. Null only where the viewer may not see it." })
  trainingProgramme(@Ctx() context: Context, @Root() cohort: Row): Soon<typeof trainingProgrammes.$inferSelect | null> {
    return trainingProgrammeById(context, cohort.trainingProgrammeId);
  }

  @FieldResolver(() => TrainingTierType, { nullable: true, description: "The tier in which they were trained, where a source names one." })
  tier(@Ctx() context: Context, @Root() cohort: Row): Soon<typeof trainingTiers.$inferSelect | null> {
    return trainingTierById(context, cohort.tierId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The organisation, where cohortKind is ORGANISATION; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() cohort: Row): Soon<typeof organisations.$inferSelect | null> {
    return organisationById(context, cohort.organisationId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The group, where cohortKind is GROUP; null then only where the viewer may not see it." })
  group(@Ctx() context: Context, @Root() cohort: Row): Soon<typeof groups.$inferSelect | null> {
    return groupById(context, cohort.groupId);
  }
}

@Resolver(() => OrganisationType)
class OrganisationCohortsResolver {
  @FieldResolver(CohortConnection, { description: "The training in which its people took part." })
  cohorts(@Ctx() context: Context, @Root() organisation: typeof organisations.$inferSelect, @Args(CohortsArgs) request: PageRequest<CohortFilter>): Connection<Row> {
    return pageOfOrganisation(context, cohortListing, cohorts.organisationId, organisation.id, request);
  }
}

@Resolver(() => GroupType)
class GroupCohortsResolver {
  @FieldResolver(CohortConnection, { description: "The training in which its people took part." })
  cohorts(@Ctx() context: Context, @Root() group: typeof groups.$inferSelect, @Args(CohortsArgs) request: PageRequest<CohortFilter>): Connection<Row> {
    return pageWithin(context, cohortListing, cohorts.groupId, group.id, request);
  }
}

export const cohortResolvers = [CohortResolver, OrganisationCohortsResolver, GroupCohortsResolver];
