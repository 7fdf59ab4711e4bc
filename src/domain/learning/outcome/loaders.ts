import { one } from "../../../api/loaders.ts";
import { outcomes, outcomeContributions } from "./table.ts";

export const outcomeById = one(outcomes);
export const outcomeContributionById = one(outcomeContributions);
