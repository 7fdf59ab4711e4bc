import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../../api/context.ts";
import { RecordInterface, type AnyRecord, type RecordRow } from "../../api/record.ts";
import { checksOf, OverviewOfDataQuality, type DataQuality } from "./data-quality.ts";
import { DataQualityType, FindingFigure, FindingType } from "./data-quality-type.ts";
import type { Finding, Kinds } from "./findings.ts";
import type { Overview } from "./scope.ts";
import { OverviewType } from "./type.ts";
import { weighs } from "../../api/weight.ts";
import type { Soon } from "../../api/soon.ts";

/** The classes that resolve the quality of records of all these kinds. */
// oxlint-disable-next-line typescript/no-unsafe-function-type -- type-graphql takes resolver classes as functions
export function dataQualityResolvers(record: AnyRecord, kinds: Kinds): readonly Function[] {
  const checks = checksOf(kinds);

  @Resolver(() => OverviewType)
  class OverviewDataQualityResolver {
    @weighs(40)
    @FieldResolver(() => DataQualityType, { description: "What is not known, not exact, only claimed, contradicted, in question, not reported in time, or without a source." })
    dataQuality(@Ctx() context: Context, @Root() overview: Overview): DataQuality {
      return new OverviewOfDataQuality(context, checks, overview);
    }
  }

  @Resolver(() => FindingType)
  class FindingResolver {
    @FieldResolver(() => RecordInterface, { description: "The record in which it was found." })
    record(@Ctx() context: Context, @Root() finding: Finding): Soon<RecordRow | null> {
      return record(context, finding.id);
    }
  }
  return [OverviewDataQualityResolver, FindingResolver, FindingFigure.FigureResolver];
}
