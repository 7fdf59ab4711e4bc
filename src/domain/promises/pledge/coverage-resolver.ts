import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../../../api/list/connection.ts";
import type { Context } from "../../../api/context.ts";
import { pageOf, type Connection, type PageAsked } from "../../../api/page.ts";
import { placeById } from "../../foundation/place/loaders.ts";
import type { places } from "../../foundation/place/table.ts";
import { PlaceType } from "../../foundation/place/type.ts";
import { PledgeSignatureConnection } from "./connections.ts";
import { coverage, coverageOfPledge } from "./coverage.ts";
import type { Coverage, CoverageFigure, CoverageShare } from "./coverage-rules.ts";
import { PledgeCoverageFigureType, PledgeCoverageType, PledgePlaceCoverageType, PledgeSectorCoverageType, PledgeSignatoryKindCoverageType } from "./coverage-type.ts";
import { PledgeSignatureFilter } from "./signature-inputs.ts";
import type { pledges, pledgeSignatures } from "./table.ts";
import { PledgeType } from "./type.ts";
import { weighs } from "../../../api/weight.ts";
import type { Soon } from "../../../api/soon.ts";

type Filter = PledgeSignatureFilter | null | undefined;
type Signatures = Connection<typeof pledgeSignatures.$inferSelect>;

const FILTER = { nullable: true, description: "Only signatures for which all of this holds." } as const;
const BEHIND = { description: "The signatures behind the number, the earliest first." };

function behind({ signatures }: CoverageFigure, request: PageAsked): Signatures {
  return pageOf(signatures, ({ signed }) => signed.earliest ?? "9999-12-31", request);
}

@Resolver(() => PledgeCoverageType)
class PledgeCoverageResolver {
  @weighs(20)
  @Query(() => PledgeCoverageType, { description: "How far pledges have spread: counts by sector, place and kind of body, with the signatures behind each." })
  pledgeCoverage(@Ctx() context: Context, @Arg("filter", () => PledgeSignatureFilter, FILTER) filter: Filter): Soon<Coverage> {
    return coverage(context, filter ?? {});
  }
}

@Resolver(() => PledgeType)
class PledgeOwnCoverageResolver {
  @weighs(20)
  @FieldResolver(() => PledgeCoverageType, { description: "How far it has spread." })
  coverage(@Ctx() context: Context, @Root() pledge: typeof pledges.$inferSelect, @Arg("filter", () => PledgeSignatureFilter, FILTER) filter: Filter): Soon<Coverage> {
    return coverageOfPledge(context, pledge.id, filter ?? {});
  }
}

@Resolver(() => PledgeCoverageFigureType)
class PledgeCoverageFigureResolver {
  @FieldResolver(PledgeSignatureConnection, BEHIND)
  signatures(@Root() figure: CoverageFigure, @Args(() => PageArgs) request: PageAsked): Signatures {
    return behind(figure, request);
  }
}

@Resolver(() => PledgeSectorCoverageType)
class PledgeSectorCoverageResolver {
  @FieldResolver(PledgeSignatureConnection, BEHIND)
  signatures(@Root() figure: CoverageFigure, @Args(() => PageArgs) request: PageAsked): Signatures {
    return behind(figure, request);
  }
}

@Resolver(() => PledgePlaceCoverageType)
class PledgePlaceCoverageResolver {
  @FieldResolver(() => PlaceType, { nullable: true, description: "The place. Null where there is none, see status, or where the viewer may not see it." })
  value(@Ctx() context: Context, @Root() share: CoverageShare<string>): Soon<typeof places.$inferSelect | null> {
    return placeById(context, share.value);
  }

  @FieldResolver(PledgeSignatureConnection, BEHIND)
  signatures(@Root() figure: CoverageFigure, @Args(() => PageArgs) request: PageAsked): Signatures {
    return behind(figure, request);
  }
}

@Resolver(() => PledgeSignatoryKindCoverageType)
class PledgeSignatoryKindCoverageResolver {
  @FieldResolver(PledgeSignatureConnection, BEHIND)
  signatures(@Root() figure: CoverageFigure, @Args(() => PageArgs) request: PageAsked): Signatures {
    return behind(figure, request);
  }
}

export const coverageResolvers = [
  PledgeCoverageResolver, PledgeOwnCoverageResolver, PledgeCoverageFigureResolver,
  PledgeSectorCoverageResolver, PledgePlaceCoverageResolver, PledgeSignatoryKindCoverageResolver,
];
