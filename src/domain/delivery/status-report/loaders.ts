import { many, one } from "../../../api/loaders.ts";
import { judgements, statusReports } from "./table.ts";

export const statusReportById = one(statusReports);
export const judgementsOfReport = many(judgements, judgements.reportId, judgements.dimension);
export const correctionsOfReport = many(statusReports, statusReports.correctsId);
