import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import { judgementDimensions, judgements, statusReportItems, statusReports } from "./table.ts";

export const statusReportById = one(statusReports);
export const judgementsOfReport = many(judgements, judgements.reportId, inOrderOf(judgementDimensions, judgements.dimension).by);
export const correctionsOfReport = many(statusReports, statusReports.correctsId, statusReports.publishedLatest);
export const itemsOfReport = many(statusReportItems, statusReportItems.reportId, statusReportItems.position);
export const judgementById = one(judgements);
export const statusReportItemById = one(statusReportItems);
