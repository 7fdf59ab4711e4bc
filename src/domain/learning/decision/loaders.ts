import { one } from "../../../api/loaders.ts";
import { decisions } from "./table.ts";

export const decisionById = one(decisions);
