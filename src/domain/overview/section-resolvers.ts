import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../api/context.ts";
import { placeById } from "../foundation/place/loaders.ts";
import type { places } from "../foundation/place/table.ts";
import { PlaceType } from "../foundation/place/type.ts";
import { outcomeById } from "../learning/outcome/loaders.ts";
import type { outcomes } from "../learning/outcome/table.ts";
import { OutcomeType } from "../learning/outcome/type.ts";
import { programmeById } from "../delivery/programme/loaders.ts";
import type { programmes } from "../delivery/programme/table.ts";
import { ProgrammeType } from "../delivery/programme/type.ts";
import { PlaceConfidenceType, RecordRatingFigure } from "./confidence-type.ts";
import { RecordFreshnessFigure } from "./freshness-type.ts";
import { MeasureStandingFigure } from "./measures-type.ts";
import { MilestoneFigure } from "./milestones-type.ts";
import type { OutcomeCell } from "./outcomes.ts";
import { OutcomeCellType, OutcomeContributionFigure, OutcomeFigure } from "./outcomes-type.ts";
import { RecommendationFigure } from "./recommendations-type.ts";
import type { AtPlace } from "./subjects.ts";
import type { Soon } from "../../api/soon.ts";

@Resolver(() => PlaceConfidenceType)
class PlaceConfidenceResolver {
  @FieldResolver(() => PlaceType, { nullable: true, description: "The place. Null where there is none: see status." })
  place(@Ctx() context: Context, @Root() { at }: { at: AtPlace }): Soon<typeof places.$inferSelect | null> {
    return placeById(context, at.placeId);
  }

  @FieldResolver(() => String)
  async status(@Ctx() context: Context, @Root() { at }: { at: AtPlace }): Promise<string> {
    return at.placeId !== null && (await placeById(context, at.placeId)) === null ? "WITHHELD" : at.status;
  }
}

@Resolver(() => OutcomeCellType)
class OutcomeCellResolver {
  @FieldResolver(() => OutcomeType, { description: "The outcome: the row." })
  outcome(@Ctx() context: Context, @Root() cell: OutcomeCell): Soon<typeof outcomes.$inferSelect | null> {
    return outcomeById(context, cell.outcomeId);
  }

  @FieldResolver(() => ProgrammeType, { description: "The programme: the column." })
  programme(@Ctx() context: Context, @Root() cell: OutcomeCell): Soon<typeof programmes.$inferSelect | null> {
    return programmeById(context, cell.programmeId);
  }
}

export const sectionResolvers = [
  PlaceConfidenceResolver, OutcomeCellResolver,
  ...[MilestoneFigure, RecordRatingFigure, RecordFreshnessFigure, MeasureStandingFigure, RecommendationFigure, OutcomeFigure, OutcomeContributionFigure].map(({ FigureResolver }) => FigureResolver),
];
