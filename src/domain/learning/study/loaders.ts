import { many, one } from "../../../api/loaders.ts";
import { studies, studyOutputs } from "./table.ts";

export const studyById = one(studies);
export const outputsOfStudy = many(studyOutputs, studyOutputs.studyId);
export const studiesOfOutput = many(studyOutputs, studyOutputs.outputId);
