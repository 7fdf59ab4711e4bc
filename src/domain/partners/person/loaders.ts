import { one } from "../../../api/loaders.ts";
import { people } from "./table.ts";

export const personById = one(people);
