import { many } from "../../../api/loaders.ts";
import { externalReferences } from "./table.ts";

export const referencesOf = many(externalReferences, externalReferences.subjectId, externalReferences.list, externalReferences.reference);
