import { many, one } from "../../../api/loaders.ts";
import { workstreamContinuations, workstreams } from "./table.ts";

export const workstreamById = one(workstreams);
export const continuationsOf = many(workstreamContinuations, workstreamContinuations.workstreamId);
export const continuationsInto = many(workstreamContinuations, workstreamContinuations.continuedInId);
