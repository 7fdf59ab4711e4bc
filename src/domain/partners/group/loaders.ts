import { one } from "../../../api/loaders.ts";
import { groups } from "./table.ts";

export const groupById = one(groups);
