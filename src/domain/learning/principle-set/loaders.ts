import { many, one } from "../../../api/loaders.ts";
import { principles, principleSets } from "./table.ts";

export const principleSetById = one(principleSets);
export const principleById = one(principles);
export const setsCalled = many(principleSets, principleSets.name);
