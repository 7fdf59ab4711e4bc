import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { WorkstreamFilter, WorkstreamOrderEnum } from "./inputs.ts";
import { WorkstreamType } from "./type.ts";

export const WorkstreamConnection = connectionOf("Workstream", () => WorkstreamType);
export const WorkstreamsArgs = listArgs(() => WorkstreamFilter, WorkstreamOrderEnum, "THEME");
