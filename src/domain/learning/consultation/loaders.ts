import { one } from "../../../api/loaders.ts";
import { consultations } from "./table.ts";

export const consultationById = one(consultations);
