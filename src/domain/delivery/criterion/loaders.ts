import { many } from "../../../api/loaders.ts";
import { criteria } from "./table.ts";

export const criteriaOfWorkstream = many(criteria, criteria.workstreamId, criteria.statement);
