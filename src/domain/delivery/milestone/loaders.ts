import { one } from "../../../api/loaders.ts";
import { milestones } from "./table.ts";

export const milestoneById = one(milestones);
