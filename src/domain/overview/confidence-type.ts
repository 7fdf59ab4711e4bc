import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../api/list/connection.ts";
import { RecordInterface } from "../../api/record.ts";
import { ValueStatusEnum } from "../../api/value/value-status.ts";
import { RatingStatusEnum, RatingType } from "../delivery/status-report/standing-type.ts";
import { JudgementSchemeEnum } from "../delivery/status-report/type.ts";
import { figureType } from "./figure-type.ts";

@ObjectType("RecordRating", { description: "A programme, workstream or HIT with the judgement of it that stands on the day, or with none." })
class RecordRatingType {
  @Field(() => RecordInterface, { description: "The Programme, Workstream or HealthIntegrationTeam." })
  declare readonly record: RecordInterface;

  @Field(() => RatingType, { description: "The latest published judgement of it as a whole, with its date and its age on the day; NOT_RATED where there is none." })
  declare readonly rating: RatingType;
}

export const RecordRatingFigure = figureType("RecordRating", connectionOf("RecordRating", () => RecordRatingType), "So many programmes, workstreams or HITs, and which.");

@ObjectType("RatingFigure", { description: "How many are rated alike, in the words of one scheme, or not at all, and which. Ratings of different schemes are not compared, and these are counts of judgements: never a score." })
export class RatingFigureType extends RecordRatingFigure.FigureType {
  @Field(() => RatingStatusEnum, { description: "Whether somebody has judged. NOT_RATED is not green, and not red." })
  declare readonly status: string;

  @Field(() => JudgementSchemeEnum, { nullable: true, description: "The scheme. Null exactly where status is NOT_RATED." })
  declare readonly scheme: string | null;

  @Field(() => String, { nullable: true, description: "What the scheme calls itself, where it is LOCAL; else null." })
  declare readonly localScheme: string | null;

  @Field(() => String, { nullable: true, description: "The rating, in the scheme's word. Null exactly where status is NOT_RATED. Show the word wherever you show its colour." })
  declare readonly rating: string | null;
}

@ObjectType("PlaceConfidence", { description: "How those at one place are rated." })
export class PlaceConfidenceType {
  @Field(() => ValueStatusEnum, { description: "KNOWN, or why there is no place: of a workstream, WITHHELD where the viewer may not see its programme." })
  declare readonly status: string;

  @Field(() => [RatingFigureType], { description: "One figure for each rating that occurs, scheme by scheme, what is not rated last." })
  declare readonly ratings: readonly RatingFigureType[];
}

@ObjectType("Confidence", { description: "How people judge, on the day. Each subject is in exactly one figure of ratings, and in exactly one of byPlace." })
export class ConfidenceType {
  @Field(() => [RatingFigureType], { description: "One figure for each rating that occurs, scheme by scheme, what is not rated last. Empty only where there is nothing to rate." })
  declare readonly ratings: readonly RatingFigureType[];

  @Field(() => [PlaceConfidenceType], { description: "The same for each place: the programme's own, the HIT's own, and of a workstream that of its programme. Not added up over places that lie in one." })
  declare readonly byPlace: readonly PlaceConfidenceType[];
}

@ObjectType("ConfidenceOverview", { description: "Judged confidence: what somebody said in a published report, with its date and age. Never computed from dates: for that see milestones." })
export class ConfidenceOverviewType {
  @Field(() => ConfidenceType, { description: "Of programmes." })
  declare readonly programmes: ConfidenceType;

  @Field(() => ConfidenceType, { description: "Of workstreams." })
  declare readonly workstreams: ConfidenceType;

  @Field(() => ConfidenceType, { description: "Of HITs; in a programme's overview, of those that govern it." })
  declare readonly healthIntegrationTeams: ConfidenceType;
}
