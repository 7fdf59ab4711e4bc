import { Field, ObjectType } from "type-graphql";
import { OutcomeConnection, OutcomeContributionConnection } from "../learning/outcome/connections.ts";
import { figureType } from "./figure-type.ts";

export const OutcomeFigure = figureType("Outcome", OutcomeConnection, "So many outcomes, and which.");
export const OutcomeContributionFigure = figureType("OutcomeContribution", OutcomeContributionConnection, "So many contributions, and which.");

@ObjectType("OutcomeContributedFigure", { description: "How many outcomes are contributed to, or are not, and which." })
export class OutcomeContributedFigureType extends OutcomeFigure.FigureType {
  @Field(() => Boolean, { description: "True: some programme says that it contributes to them. False: none does that the viewer may see." })
  declare readonly contributedTo: boolean;
}

@ObjectType("OutcomeCell", { description: "One cell of the matrix: what one programme says that it contributes to one outcome." })
export class OutcomeCellType extends OutcomeContributionFigure.FigureType {}

@ObjectType("OutcomesOverview", {
  description: "The matrix of outcomes and programmes. Its rows are the outcomes of byContribution: those of plans in the scope, and those to which something in the scope contributes; of a programme, the latter only.",
})
export class OutcomesOverviewType {
  @Field(() => [OutcomeContributedFigureType], { description: "The rows in two figures: outcomes that are contributed to, and outcomes that are not. Each is in exactly one." })
  declare readonly byContribution: readonly OutcomeContributedFigureType[];

  @Field(() => [OutcomeCellType], { description: "The cells that are not empty. Each contribution in the scope is in exactly one." })
  declare readonly cells: readonly OutcomeCellType[];
}
