import { one } from "../../../api/loaders.ts";
import { practiceMaps, practices } from "./table.ts";

export const practiceById = one(practices);
export const practiceMapById = one(practiceMaps);
