import { many, one } from "../../../api/loaders.ts";
import { measureActuals, measures } from "./table.ts";

export const measureById = one(measures);
export const measureActualById = one(measureActuals);
export const actualsOfMeasure = many(measureActuals, measureActuals.measureId);
