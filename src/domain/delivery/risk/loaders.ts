import { one } from "../../../api/loaders.ts";
import { risks } from "./table.ts";

export const riskById = one(risks);
