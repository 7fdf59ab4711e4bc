import { one } from "../../../api/loaders.ts";
import { sources } from "./table.ts";

export const sourceById = one(sources);
