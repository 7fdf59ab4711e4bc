import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { RiskFilter, RiskOrderEnum } from "./inputs.ts";
import { RiskType } from "./type.ts";

export const RiskConnection = connectionOf("Risk", () => RiskType, { dated: true });
export const RisksArgs = listArgs(() => RiskFilter, RiskOrderEnum, "IMPACT");
