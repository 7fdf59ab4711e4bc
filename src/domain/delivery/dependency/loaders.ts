import { many, one } from "../../../api/loaders.ts";
import { dependencies, dependencyWaivers } from "./table.ts";

export const dependencyById = one(dependencies);
export const waiverById = one(dependencyWaivers);
export const dependenciesOfWorkstream = many(dependencies, dependencies.successorWorkstreamId);
export const dependenciesOfMilestone = many(dependencies, dependencies.successorMilestoneId);
export const dependenciesOnWorkstream = many(dependencies, dependencies.predecessorWorkstreamId);
export const dependenciesOnMilestone = many(dependencies, dependencies.predecessorMilestoneId);
export const waiversOfDependency = many(dependencyWaivers, dependencyWaivers.dependencyId);
