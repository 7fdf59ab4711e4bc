import type { JudgementInput, ReviseJudgementsInput } from "../graph/types.ts";
import { wordsIn, type Value } from "./planned.ts";
import type { OpenReport } from "./read.ts";

/** What nobody has judged: it is a choice of its own, so that none is made by not looking. */
export const NOT_RATED = "none";

export const ratings = ["Green", "Amber", "Red"] as const;

export type Dimension = JudgementInput["dimension"];

/** The sides of the work that are judged beside the whole of it, each with what is asked. */
export const sides = [
  { dimension: "SCHEDULE", asked: "Does it keep to time?" },
  { dimension: "COST", asked: "Does it keep to its cost?" },
  { dimension: "SCOPE", asked: "Does it deliver what it is to deliver?" },
  { dimension: "BENEFITS", asked: "Can the benefits be expected?" },
  { dimension: "RISK", asked: "How does it stand with its risks?" },
] as const satisfies readonly { readonly dimension: Dimension; readonly asked: string }[];

export const dimensions: readonly Dimension[] = ["OVERALL", ...sides.map(({ dimension }) => dimension)];

/** Where the rating of a side stands in the form. */
export function ratingField(dimension: Dimension): string {
  return dimension === "OVERALL" ? "report.rating" : `report.rating.${dimension}`;
}

export function rationaleField(dimension: Dimension): string {
  return dimension === "OVERALL" ? "report.rationale" : `report.rationale.${dimension}`;
}

/** What a new report judges. */
export function judgementsIn(value: Value): readonly JudgementInput[] {
  return dimensions.flatMap((dimension) => judgementIn(value, dimension) ?? []);
}

/** The side of a judgement of a report that is begun. */
export function dimensionOf({ judgements }: OpenReport, id: string): Dimension | undefined {
  return judgements.find((judgement) => judgement.id === id)?.dimension;
}

/** What is judged otherwise than in the report that is begun. */
export function revisedJudgements(begun: OpenReport, value: Value): ReviseJudgementsInput {
  const edits = dimensions.map((dimension) => revised(begun, value, dimension));
  const [add, revise, remove] = [edits.flatMap((one) => one.add ?? []), edits.flatMap((one) => one.revise ?? []), edits.flatMap((one) => one.remove ?? [])];
  return { ...(add.length > 0 ? { add } : {}), ...(revise.length > 0 ? { revise } : {}), ...(remove.length > 0 ? { remove } : {}) };
}

function revised({ judgements }: OpenReport, value: Value, of: Dimension): ReviseJudgementsInput {
  const standing = judgements.find(({ dimension }) => dimension === of);
  const judgement = judgementIn(value, of);
  if (standing === undefined) return judgement === null ? {} : { add: [judgement] };
  const seen = { id: standing.id, expectedVersion: standing.version };
  if (judgement === null) return value(ratingField(of)) === NOT_RATED ? { remove: [seen] } : {};
  const { rating, rationale } = judgement;
  const edits = { ...(rating === standing.rating ? {} : { rating }), ...(rationale === standing.rationale ? {} : { rationale: rationale ?? null }) };
  return Object.keys(edits).length === 0 ? {} : { revise: [{ ...seen, ...edits }] };
}

function judgementIn(value: Value, dimension: Dimension): JudgementInput | null {
  const rating = value(ratingField(dimension));
  return rating === "" || rating === NOT_RATED ? null : { dimension, scheme: "DELIVERY_CONFIDENCE_3", rating, rationale: wordsIn(value(rationaleField(dimension))) };
}
