import { one } from "../../../api/loaders.ts";
import { outcomes } from "./table.ts";

export const outcomeById = one(outcomes);
