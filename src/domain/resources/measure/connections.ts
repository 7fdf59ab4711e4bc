import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { MeasureActualFilter, MeasureActualOrderEnum, MeasureFilter, MeasureOrderEnum } from "./inputs.ts";
import { MeasureActualType, MeasureType } from "./type.ts";

export const MeasureConnection = connectionOf("Measure", () => MeasureType, { dated: true });
export const MeasuresArgs = listArgs(() => MeasureFilter, MeasureOrderEnum, "TITLE");
export const MeasureActualConnection = connectionOf("MeasureActual", () => MeasureActualType, { dated: true });
export const MeasureActualsArgs = listArgs(() => MeasureActualFilter, MeasureActualOrderEnum, "LATEST");
