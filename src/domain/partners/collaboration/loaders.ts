import { many, one } from "../../../api/loaders.ts";
import { collaborationParties, collaborations } from "./table.ts";

export const collaborationById = one(collaborations);
export const partiesOfCollaboration = many(collaborationParties, collaborationParties.collaborationId);
