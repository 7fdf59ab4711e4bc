import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { PracticeFilter, PracticeMapFilter, PracticeMapOrderEnum, PracticeOrderEnum } from "./inputs.ts";
import { PracticeMapType, PracticeType } from "./type.ts";

export const PracticeConnection = connectionOf("Practice", () => PracticeType, { dated: true });
export const PracticeMapConnection = connectionOf("PracticeMap", () => PracticeMapType, { dated: true });

export const PracticesArgs = listArgs(() => PracticeFilter, PracticeOrderEnum, "TITLE");
export const PracticeMapsArgs = listArgs(() => PracticeMapFilter, PracticeMapOrderEnum, "TITLE");
