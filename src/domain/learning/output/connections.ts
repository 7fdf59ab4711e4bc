import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { OutputContributorFilter, OutputContributorOrderEnum, OutputFilter, OutputInfluenceFilter, OutputInfluenceOrderEnum, OutputOrderEnum } from "./inputs.ts";
import { OutputContributorType, OutputInfluenceType, OutputType } from "./type.ts";

export const OutputConnection = connectionOf("Output", () => OutputType, { dated: true });
export const OutputContributorConnection = connectionOf("OutputContributor", () => OutputContributorType);
export const OutputInfluenceConnection = connectionOf("OutputInfluence", () => OutputInfluenceType);

export const OutputsArgs = listArgs(() => OutputFilter, OutputOrderEnum, "TITLE");
export const OutputContributorsArgs = listArgs(() => OutputContributorFilter, OutputContributorOrderEnum, "ROLE");
export const OutputInfluencesArgs = listArgs(() => OutputInfluenceFilter, OutputInfluenceOrderEnum, "BASIS");
