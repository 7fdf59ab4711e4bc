import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { MilestoneFilter, MilestoneOrderEnum } from "./inputs.ts";
import { MilestoneType } from "./type.ts";

export const MilestoneConnection = connectionOf("Milestone", () => MilestoneType, { dated: true });
export const MilestonesArgs = listArgs(() => MilestoneFilter, MilestoneOrderEnum, "DUE");
