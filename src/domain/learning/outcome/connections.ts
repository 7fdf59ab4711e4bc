import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { OutcomeContributionFilter, OutcomeContributionOrderEnum, OutcomeFilter, OutcomeOrderEnum } from "./inputs.ts";
import { OutcomeContributionType, OutcomeType } from "./type.ts";

export const OutcomeConnection = connectionOf("Outcome", () => OutcomeType);
export const OutcomeContributionConnection = connectionOf("OutcomeContribution", () => OutcomeContributionType);

export const OutcomesArgs = listArgs(() => OutcomeFilter, OutcomeOrderEnum, "PLAN");
export const OutcomeContributionsArgs = listArgs(() => OutcomeContributionFilter, OutcomeContributionOrderEnum, "BASIS");
