import { one } from "../../../api/loaders.ts";
import { people, personRoles } from "./table.ts";

export const personById = one(people);
export const personRoleById = one(personRoles);
