import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../api/list/connection.ts";
import { figureType } from "./figure-type.ts";

@ObjectType("Finding", { description: "A record of which something was found, and where in it." })
export class FindingType {
  @Field(() => [String], { description: "The fields in which it was found, by their names in the schema: ask provenance or valueStatus of the record about them. Empty where it is about the record as a whole." })
  declare readonly fields: readonly string[];
}

export const FindingFigure = figureType("Finding", connectionOf("Finding", () => FindingType), "So many records, and which, of whatever type they are.");

@ObjectType("FindingTypeFigure", { description: "How many records of one type, and which." })
export class FindingTypeFigureType extends FindingFigure.FigureType {
  @Field(() => String, { description: "The type, as __typename names it." })
  declare readonly type: string;
}

@ObjectType("QualityFigure", { description: "How many records, of whatever type they are, and which. Each counts once, in however many fields something was found." })
export class QualityFigureType extends FindingFigure.FigureType {
  @Field(() => [FindingTypeFigureType], { description: "One figure for each type that occurs, by name: together they make the count." })
  declare readonly byType: readonly FindingTypeFigureType[];
}

@ObjectType("DataQuality", {
  description: "What to know before trusting the numbers, and what to mend first. Over all types of record, the small ones beside the main ones too: a name, a party, an identifier. A record can be in several figures. What a source does not state is no fault, and is in none, unless somebody has recorded a question about it.",
})
export class DataQualityType {
  @Field(() => QualityFigureType, { description: "With a field that is UNKNOWN: it is empty and nobody has looked, or nobody has recorded why. One that is NOT_STATED or NOT_APPLICABLE is not meant." })
  declare readonly unknown: QualityFigureType;

  @Field(() => QualityFigureType, { description: "With a date that is a range, relative, estimated or inferred, or with a count that is not exact." })
  declare readonly imprecise: QualityFigureType;

  @Field(() => QualityFigureType, { description: "Claims without evidence, and records that rest on nobody's evidence but somebody's word: basis CLAIMED." })
  declare readonly claimed: QualityFigureType;

  @Field(() => QualityFigureType, { description: "Claims that contradict another, and records with a field on which sources contradict each other." })
  declare readonly conflicting: QualityFigureType;

  @Field(() => QualityFigureType, { description: "Claims that are OPEN: questions about what is recorded that no source answers. Ask whoever can know." })
  declare readonly open: QualityFigureType;

  @Field(() => QualityFigureType, { description: "Programmes, workstreams and HITs on which reporting is OVERDUE on the day, and milestones that are PAST_DUE_NOT_REPORTED: what should have been said and was not." })
  declare readonly stale: QualityFigureType;

  @Field(() => QualityFigureType, { description: "For which no act has ever cited a source. Sources themselves are left out." })
  declare readonly uncited: QualityFigureType;
}
