import { one } from "../../../api/loaders.ts";
import { outputs } from "./table.ts";

export const outputById = one(outputs);
