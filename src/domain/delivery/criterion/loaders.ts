import { many, one } from "../../../api/loaders.ts";
import { criteria } from "./table.ts";

export const criterionById = one(criteria);

export const criteriaOfWorkstream = many(criteria, criteria.workstreamId, criteria.statement);
