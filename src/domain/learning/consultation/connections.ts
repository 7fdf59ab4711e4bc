import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { ConsultationFilter, ConsultationOrderEnum, ConsulteeFilter, ConsulteeOrderEnum } from "./inputs.ts";
import { ConsultationType, ConsulteeType } from "./type.ts";

export const ConsultationConnection = connectionOf("Consultation", () => ConsultationType, { dated: true });
export const ConsulteeConnection = connectionOf("Consultee", () => ConsulteeType);

export const ConsultationsArgs = listArgs(() => ConsultationFilter, ConsultationOrderEnum, "PERIOD");
export const ConsulteesArgs = listArgs(() => ConsulteeFilter, ConsulteeOrderEnum, "POSITION");
