import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { JudgementFilter, JudgementOrderEnum, StatusReportFilter, StatusReportItemFilter, StatusReportItemOrderEnum, StatusReportOrderEnum } from "./inputs.ts";
import { JudgementType, StatusReportItemType, StatusReportType } from "./type.ts";

export const StatusReportConnection = connectionOf("StatusReport", () => StatusReportType, { dated: true });
export const StatusReportsArgs = listArgs(() => StatusReportFilter, StatusReportOrderEnum, "LATEST");
export const StatusReportItemConnection = connectionOf("StatusReportItem", () => StatusReportItemType, { dated: true });
export const StatusReportItemsArgs = listArgs(() => StatusReportItemFilter, StatusReportItemOrderEnum, "POSITION");
export const JudgementConnection = connectionOf("Judgement", () => JudgementType, { dated: true });
export const JudgementsArgs = listArgs(() => JudgementFilter, JudgementOrderEnum, "LATEST");
