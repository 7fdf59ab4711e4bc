import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../../api/context.ts";
import { pageWithin, type Connection, type PageRequest } from "../../../api/page.ts";
import { groupById } from "../../partners/group/loaders.ts";
import type { groups } from "../../partners/group/table.ts";
import { GroupType } from "../../partners/group/type.ts";
import { healthIntegrationTeamById } from "../../partners/health-integration-team/loaders.ts";
import type { healthIntegrationTeams } from "../../partners/health-integration-team/table.ts";
import { HealthIntegrationTeamType } from "../../partners/health-integration-team/type.ts";
import { organisationById } from "../../partners/organisation/loaders.ts";
import { pageOfOrganisation } from "../../partners/organisation/succession.ts";
import type { organisations } from "../../partners/organisation/table.ts";
import { OrganisationType } from "../../partners/organisation/type.ts";
import { personById } from "../../partners/person/loaders.ts";
import type { people } from "../../partners/person/table.ts";
import { PersonType } from "../../partners/person/type.ts";
import { ConsulteeConnection, ConsulteesArgs } from "./connections.ts";
import type { ConsulteeFilter } from "./inputs.ts";
import { consultationById } from "./loaders.ts";
import { consulteeKindOf } from "./rules.ts";
import { consulteeListing } from "./store.ts";
import { consultees, type consultations } from "./table.ts";
import { ConsultationType, ConsulteeKindEnum, ConsulteeType } from "./type.ts";
import type { Soon } from "../../../api/soon.ts";

type OrganisationRow = typeof organisations.$inferSelect;
type PersonRow = typeof people.$inferSelect;
type TeamRow = typeof healthIntegrationTeams.$inferSelect;
type GroupRow = typeof groups.$inferSelect;
type Row = typeof consultations.$inferSelect;
type ConsulteeRow = typeof consultees.$inferSelect;
type ConsulteeRequest = PageRequest<ConsulteeFilter>;

@Resolver(() => ConsulteeType)
class ConsulteeResolver {
  @FieldResolver(() => ConsulteeKindEnum, { description: "What the consultee is: read organisation, healthIntegrationTeam, group, person, constituency or description accordingly." })
  async consulteeKind(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Promise<string> {
    return consulteeKindOf(consultee, await organisationById(context, consultee.organisationId));
  }

  @FieldResolver(() => ConsultationType, { nullable: true, description: "The consultation." })
  consultation(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<Row | null> {
    return consultationById(context, consultee.consultationId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: "The consultee, where consulteeKind is ORGANISATION or SERVICE; null then only where the viewer may not see it." })
  organisation(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<OrganisationRow | null> {
    return organisationById(context, consultee.organisationId);
  }

  @FieldResolver(() => HealthIntegrationTeamType, { nullable: true, description: "The consultee, where consulteeKind is HEALTH_INTEGRATION_TEAM." })
  healthIntegrationTeam(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<TeamRow | null> {
    return healthIntegrationTeamById(context, consultee.healthIntegrationTeamId);
  }

  @FieldResolver(() => GroupType, { nullable: true, description: "The consultee, where consulteeKind is GROUP." })
  group(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<GroupRow | null> {
    return groupById(context, consultee.groupId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "The consultee, where consulteeKind is PERSON; null then where the viewer may not see the person." })
  person(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<PersonRow | null> {
    return personById(context, consultee.personId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "The person through whom a body took part; null where no source names one or the viewer may not see the person: see valueStatus." })
  contact(@Ctx() context: Context, @Root() consultee: ConsulteeRow): Soon<PersonRow | null> {
    return personById(context, consultee.contactId);
  }
}

@Resolver(() => ConsultationType)
class ConsultationConsulteesResolver {
  @FieldResolver(ConsulteeConnection, { description: "Who was asked, in the source's order." })
  consultees(@Ctx() context: Context, @Root() consultation: Row, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageWithin(context, consulteeListing, consultees.consultationId, consultation.id, request);
  }
}

@Resolver(() => OrganisationType)
class OrganisationConsultedInResolver {
  @FieldResolver(ConsulteeConnection, { description: "Where it was asked." })
  consultedIn(@Ctx() context: Context, @Root() organisation: OrganisationRow, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageOfOrganisation(context, consulteeListing, consultees.organisationId, organisation.id, request);
  }
}

@Resolver(() => HealthIntegrationTeamType)
class HealthIntegrationTeamConsultedInResolver {
  @FieldResolver(ConsulteeConnection, { description: "Where it was asked." })
  consultedIn(@Ctx() context: Context, @Root() team: TeamRow, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageWithin(context, consulteeListing, consultees.healthIntegrationTeamId, team.id, request);
  }
}

@Resolver(() => GroupType)
class GroupConsultedInResolver {
  @FieldResolver(ConsulteeConnection, { description: "Where it was asked." })
  consultedIn(@Ctx() context: Context, @Root() group: GroupRow, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageWithin(context, consulteeListing, consultees.groupId, group.id, request);
  }
}

@Resolver(() => PersonType)
class PersonConsultedInResolver {
  @FieldResolver(ConsulteeConnection, { description: "Where the person was asked, in their role." })
  consultedIn(@Ctx() context: Context, @Root() person: PersonRow, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageWithin(context, consulteeListing, consultees.personId, person.id, request);
  }

  @FieldResolver(ConsulteeConnection, { description: "Where a body took part through the person." })
  contactIn(@Ctx() context: Context, @Root() person: PersonRow, @Args(ConsulteesArgs) request: ConsulteeRequest): Connection<ConsulteeRow> {
    return pageWithin(context, consulteeListing, consultees.contactId, person.id, request);
  }
}

export const consulteeResolvers = [
  ConsulteeResolver, ConsultationConsulteesResolver, OrganisationConsultedInResolver, HealthIntegrationTeamConsultedInResolver, GroupConsultedInResolver,
  PersonConsultedInResolver,
];
